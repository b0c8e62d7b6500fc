-- Grain: item and fiscal year in which claims were collected.
WITH years AS (
  SELECT plan_id, item_no, fiscal_year, sum(amount_yen)::BIGINT AS amount_yen, count(*)::INTEGER AS claims
  FROM collections
  GROUP BY ALL
)
SELECT
  *,
  (amount_yen - lag(amount_yen) OVER earlier)::BIGINT AS change_yen,
  round(100.0 * (amount_yen - lag(amount_yen) OVER earlier) / nullif(lag(amount_yen) OVER earlier, 0), 1) AS change_percent
FROM years
WINDOW earlier AS (PARTITION BY plan_id, item_no ORDER BY fiscal_year)
ORDER BY plan_id, item_no, fiscal_year
