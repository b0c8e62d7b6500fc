-- Grain: plan, kind of effect ('donation', 'saving', and 'all' for both) and fiscal year.
-- Identity: 'all' = 'donation' + 'saving' in each year.
WITH kinds AS (
  SELECT plan_id, kind, fiscal_year, amount_yen FROM marts.effect_years
  UNION ALL
  SELECT plan_id, 'all', fiscal_year, amount_yen FROM marts.effect_years
),
years AS (
  SELECT plan_id, kind, fiscal_year, sum(amount_yen)::BIGINT AS amount_yen FROM kinds GROUP BY ALL
),
compared AS (
  SELECT
    *,
    (amount_yen - any_value(amount_yen) OVER year_before)::BIGINT AS change_yen,
    round(100.0 * (amount_yen - any_value(amount_yen) OVER year_before) / nullif(any_value(amount_yen) OVER year_before, 0), 1) AS change_percent,
    (sum(amount_yen) OVER earlier)::BIGINT AS cumulative_yen
  FROM years
  WINDOW
    earlier AS (PARTITION BY plan_id, kind ORDER BY fiscal_year),
    year_before AS (PARTITION BY plan_id, kind ORDER BY fiscal_year RANGE BETWEEN 1 PRECEDING AND 1 PRECEDING)
)
SELECT * FROM compared ORDER BY plan_id, kind, fiscal_year
