-- Grain: one of the three largest claims (over all years), or all others together (rank 4, claim NULL), and fiscal year.
-- name: what it is called. percent: share of what was collected in the year. claim_keys: the claims that amount_yen is the sum of.
-- Identity: the amounts of a year add up to collection_years.amount_yen.
WITH groups AS (
  SELECT
    plan_id,
    item_no,
    least(rank, 4) AS rank,
    CASE WHEN rank <= 3 THEN claim END AS claim,
    CASE WHEN rank <= 3 THEN claim ELSE 'その他の債権' END AS name,
    fiscal_year,
    sum(amount_yen)::BIGINT AS amount_yen,
    count(*)::INTEGER AS claims,
    list(struct_pack(item_no, claim, fiscal_year) ORDER BY collection_claims.rank) AS claim_keys
  FROM marts.collection_claims
  GROUP BY ALL
)
SELECT
  groups.*,
  years.amount_yen AS year_yen,
  round(100.0 * groups.amount_yen / nullif(years.amount_yen, 0), 1) AS percent,
  struct_pack(item_no, fiscal_year) AS year_key
FROM groups
JOIN marts.collection_years AS years USING (plan_id, item_no, fiscal_year)
ORDER BY plan_id, item_no, fiscal_year, rank
