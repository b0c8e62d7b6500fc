-- Grain: plan, kind of effect ('donation', 'saving', and 'all' for both) and fiscal year.
-- item_keys: the effects of the items that it is the sum of; before_key: the year before; year_keys: all years so far.
-- Identity: 'all' = 'donation' + 'saving' in each year.
WITH kinds AS (
  SELECT plan_id, kind, fiscal_year, amount_yen, struct_pack(item_no, kind, fiscal_year) AS item_key FROM marts.effect_years
  UNION ALL
  SELECT plan_id, 'all', fiscal_year, amount_yen, struct_pack(item_no, kind, fiscal_year) FROM marts.effect_years
),
years AS (
  SELECT
    plan_id,
    kind,
    fiscal_year,
    sum(amount_yen)::BIGINT AS amount_yen,
    list(item_key ORDER BY item_key) FILTER (amount_yen IS NOT NULL) AS item_keys
  FROM kinds
  GROUP BY ALL
),
compared AS (
  SELECT
    *,
    any_value(amount_yen) OVER year_before AS previous_yen,
    any_value(struct_pack(kind, fiscal_year)) OVER year_before AS before_key,
    (sum(amount_yen) OVER earlier)::BIGINT AS cumulative_yen,
    list(struct_pack(kind, fiscal_year)) FILTER (amount_yen IS NOT NULL) OVER earlier AS year_keys
  FROM years
  WINDOW
    earlier AS (PARTITION BY plan_id, kind ORDER BY fiscal_year),
    year_before AS (PARTITION BY plan_id, kind ORDER BY fiscal_year RANGE BETWEEN 1 PRECEDING AND 1 PRECEDING)
)
SELECT
  *,
  (amount_yen - previous_yen)::BIGINT AS change_yen,
  round(100.0 * (amount_yen - previous_yen) / nullif(previous_yen, 0), 1) AS change_percent
FROM compared
ORDER BY plan_id, kind, fiscal_year
