-- Grain: item and fiscal year with an effect. Parts (うち) are left out, since their whole holds them.
-- kind 'donation': receipts of donations, which are no savings; everything else is 'saving'.
-- Identity: the amounts of an item add up to effect_totals.computed_yen.
WITH lines AS (
  SELECT
    effects.plan_id,
    effects.item_no,
    items.title,
    effects.fiscal_year,
    effects.amount_yen,
    effects.quantity,
    effects.quantity_unit,
    CASE WHEN regexp_matches(concat(effects.label, items.title), '寄附|寄付|ふるさと納税') THEN 'donation' ELSE 'saving' END AS kind,
    effects.source_line
  FROM effects
  JOIN items USING (plan_id, item_no)
  WHERE effects.part_of IS NULL
),
years AS (
  SELECT plan_id, item_no, title, kind, fiscal_year, sum(amount_yen)::BIGINT AS amount_yen, min(source_line) AS source_line
  FROM lines
  GROUP BY ALL
),
compared AS (
  SELECT
    *,
    any_value(amount_yen) OVER year_before AS previous_yen,
    (amount_yen - any_value(amount_yen) OVER year_before)::BIGINT AS change_yen,
    round(100.0 * (amount_yen - any_value(amount_yen) OVER year_before) / nullif(any_value(amount_yen) OVER year_before, 0), 1) AS change_percent,
    (sum(amount_yen) OVER earlier)::BIGINT AS cumulative_yen
  FROM years
  WINDOW
    earlier AS (PARTITION BY plan_id, item_no ORDER BY fiscal_year),
    year_before AS (PARTITION BY plan_id, item_no ORDER BY fiscal_year RANGE BETWEEN 1 PRECEDING AND 1 PRECEDING)
)
SELECT * FROM compared ORDER BY plan_id, item_no, fiscal_year
