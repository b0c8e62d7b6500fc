-- Grain: one of the three largest claims (over all years), or all others together (rank 4, claim NULL), and fiscal year.
-- percent: share of what was collected in the year. Identity: the amounts of a year add up to collection_years.amount_yen.
WITH groups AS (
  SELECT
    plan_id,
    item_no,
    least(rank, 4) AS rank,
    CASE WHEN rank <= 3 THEN claim END AS claim,
    fiscal_year,
    sum(amount_yen)::BIGINT AS amount_yen,
    count(*)::INTEGER AS claims
  FROM marts.collection_claims
  GROUP BY ALL
)
SELECT groups.*, years.amount_yen AS year_yen, round(100.0 * groups.amount_yen / nullif(years.amount_yen, 0), 1) AS percent
FROM groups
JOIN marts.collection_years AS years USING (plan_id, item_no, fiscal_year)
ORDER BY plan_id, item_no, fiscal_year, rank
