-- Grain: item and fiscal year in which claims were collected.
WITH years AS (
  SELECT plan_id, item_no, fiscal_year, sum(amount_yen)::BIGINT AS amount_yen, count(*)::INTEGER AS claims
  FROM collections
  GROUP BY ALL
)
SELECT
  *,
  (amount_yen - any_value(amount_yen) OVER year_before)::BIGINT AS change_yen,
  round(100.0 * (amount_yen - any_value(amount_yen) OVER year_before) / nullif(any_value(amount_yen) OVER year_before, 0), 1) AS change_percent
FROM years
WINDOW year_before AS (PARTITION BY plan_id, item_no ORDER BY fiscal_year RANGE BETWEEN 1 PRECEDING AND 1 PRECEDING)
ORDER BY plan_id, item_no, fiscal_year
