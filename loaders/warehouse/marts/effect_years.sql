-- Grain: item, kind of effect ('donation', 'saving') and fiscal year with an effect. amount_yen: NULL where no line states one.
-- line_keys: the lines that it is the sum of; before_key: the year before; year_keys: all years so far.
-- Identity: the amounts of an item add up to effect_totals.computed_yen.
WITH years AS (
  SELECT
    plan_id,
    item_no,
    title,
    kind,
    fiscal_year,
    sum(amount_yen)::BIGINT AS amount_yen,
    list(struct_pack(item_no, fiscal_year, effect_no) ORDER BY effect_no) FILTER (amount_yen IS NOT NULL) AS line_keys,
    min(source_line) AS source_line
  FROM marts.effect_lines
  GROUP BY ALL
),
compared AS (
  SELECT
    *,
    any_value(amount_yen) OVER year_before AS previous_yen,
    any_value(struct_pack(item_no, kind, fiscal_year)) OVER year_before AS before_key,
    (sum(amount_yen) OVER earlier)::BIGINT AS cumulative_yen,
    list(struct_pack(item_no, kind, fiscal_year)) FILTER (amount_yen IS NOT NULL) OVER earlier AS year_keys
  FROM years
  WINDOW
    earlier AS (PARTITION BY plan_id, item_no, kind ORDER BY fiscal_year),
    year_before AS (PARTITION BY plan_id, item_no, kind ORDER BY fiscal_year RANGE BETWEEN 1 PRECEDING AND 1 PRECEDING)
)
SELECT
  *,
  (amount_yen - previous_yen)::BIGINT AS change_yen,
  round(100.0 * (amount_yen - previous_yen) / nullif(previous_yen, 0), 1) AS change_percent
FROM compared
ORDER BY plan_id, item_no, kind, fiscal_year
