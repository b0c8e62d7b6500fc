-- Grain: claim that was collected in a fiscal year or the year before, where both years list claims.
-- before_yen, amount_yen: NULL where the claim is not listed in that year; change_yen takes such a year as nothing paid.
-- rank 1 changed most (up or down); percent: share of the whole change, NULL where the whole did not change.
-- Identity: the changes of a year add up to collection_years.change_yen.
WITH years AS (
  SELECT years.plan_id, years.item_no, years.fiscal_year, years.amount_yen - before.amount_yen AS whole_yen
  FROM marts.collection_years AS years
  JOIN marts.collection_years AS before
    ON before.plan_id = years.plan_id AND before.item_no = years.item_no AND before.fiscal_year = years.fiscal_year - 1
),
claims AS (
  SELECT DISTINCT plan_id, item_no, claim FROM marts.collection_claims
),
changes AS (
  SELECT
    years.plan_id,
    years.item_no,
    years.fiscal_year,
    claims.claim,
    before.amount_yen AS before_yen,
    now.amount_yen,
    (coalesce(now.amount_yen, 0) - coalesce(before.amount_yen, 0))::BIGINT AS change_yen,
    years.whole_yen
  FROM years
  JOIN claims USING (plan_id, item_no)
  LEFT JOIN marts.collection_claims AS now
    ON now.plan_id = years.plan_id AND now.item_no = years.item_no AND now.claim = claims.claim AND now.fiscal_year = years.fiscal_year
  LEFT JOIN marts.collection_claims AS before
    ON before.plan_id = years.plan_id AND before.item_no = years.item_no AND before.claim = claims.claim AND before.fiscal_year = years.fiscal_year - 1
  WHERE now.amount_yen IS NOT NULL OR before.amount_yen IS NOT NULL
)
SELECT
  * EXCLUDE (whole_yen),
  round(100.0 * change_yen / nullif(whole_yen, 0), 1) AS percent,
  (row_number() OVER (PARTITION BY plan_id, item_no, fiscal_year ORDER BY abs(change_yen) DESC, claim))::INTEGER AS rank
FROM changes
ORDER BY plan_id, item_no, fiscal_year, rank
