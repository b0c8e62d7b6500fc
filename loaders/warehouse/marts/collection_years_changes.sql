-- Grain: claim that was collected in a fiscal year or the year before, where both years list claims.
-- before_yen, amount_yen: NULL where the claim is not listed in that year; change_yen takes such a year as nothing paid.
-- rank 1 changed most (up or down); percent: share of the whole change, NULL where the whole did not change.
-- cause_rank: the same rank among the claims that went the way of the whole, NULL for all others.
-- now_key, before_key: the claim in the year and in the year before; year_key: the whole of the year.
-- Identity: the changes of a year add up to collection_years.change_yen.
WITH claims AS (
  SELECT DISTINCT plan_id, item_no, claim FROM marts.collection_claims
),
changes AS (
  SELECT
    years.plan_id,
    years.item_no,
    years.fiscal_year,
    years.fiscal_year - 1 AS previous_fiscal_year,
    claims.claim,
    before.amount_yen AS before_yen,
    now.amount_yen,
    (coalesce(now.amount_yen, 0) - coalesce(before.amount_yen, 0))::BIGINT AS change_yen,
    years.change_yen AS whole_yen,
    CASE WHEN now.amount_yen IS NOT NULL THEN struct_pack(now.item_no, now.claim, now.fiscal_year) END AS now_key,
    CASE WHEN before.amount_yen IS NOT NULL THEN struct_pack(before.item_no, before.claim, before.fiscal_year) END AS before_key,
    struct_pack(years.item_no, years.fiscal_year) AS year_key
  FROM marts.collection_years AS years
  JOIN claims USING (plan_id, item_no)
  LEFT JOIN marts.collection_claims AS now
    ON now.plan_id = years.plan_id AND now.item_no = years.item_no AND now.claim = claims.claim AND now.fiscal_year = years.fiscal_year
  LEFT JOIN marts.collection_claims AS before
    ON before.plan_id = years.plan_id AND before.item_no = years.item_no AND before.claim = claims.claim AND before.fiscal_year = years.fiscal_year - 1
  WHERE years.change_yen IS NOT NULL AND (now.amount_yen IS NOT NULL OR before.amount_yen IS NOT NULL)
),
ranked AS (
  SELECT
    * EXCLUDE (whole_yen),
    round(100.0 * change_yen / nullif(whole_yen, 0), 1) AS percent,
    whole_yen <> 0 AND sign(change_yen) = sign(whole_yen) AS is_cause,
    (row_number() OVER (PARTITION BY plan_id, item_no, fiscal_year ORDER BY abs(change_yen) DESC, claim))::INTEGER AS rank
  FROM changes
)
SELECT
  * EXCLUDE (is_cause),
  CASE WHEN is_cause THEN (row_number() OVER (PARTITION BY plan_id, item_no, fiscal_year, is_cause ORDER BY rank))::INTEGER END AS cause_rank
FROM ranked
ORDER BY plan_id, item_no, fiscal_year, rank
