-- Grain: item, kind of effect ('donation', 'saving') and fiscal year with an effect. amount_yen: NULL where no line states one.
-- line_keys: the lines that it is the sum of; before_key: the year before; year_keys: all years so far.
-- labels: what the document calls the effects. comparison: 'donation'; 'varying' where two years of the item are called
-- differently, in all its years; else 'comparable'. is_like_before: whether the year before is called the same; NULL without one.
-- change_percent: NULL where it is not. change_rank: 1 is the largest change of the year, up or down, of what can be compared; then
-- donations, then what varies; NULL without a year before. share_percent is of all effects of the year,
-- kind_share_percent of those of the same kind, which come to kind_yen; kind_keys: the items that it is the sum of;
-- kind_key: the first of them, whose kind_yen is that of all.
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
    string_agg(label, '、' ORDER BY effect_no) AS labels,
    list(label_unified ORDER BY effect_no) AS names,
    min(source_line) AS source_line
  FROM marts.effect_lines
  GROUP BY ALL
),
compared AS (
  SELECT
    *,
    any_value(amount_yen) OVER year_before AS previous_yen,
    any_value(names) OVER year_before AS previous_names,
    any_value(struct_pack(item_no, kind, fiscal_year)) OVER year_before AS before_key,
    (sum(amount_yen) OVER earlier)::BIGINT AS cumulative_yen,
    list(struct_pack(item_no, kind, fiscal_year)) FILTER (amount_yen IS NOT NULL) OVER earlier AS year_keys,
    min(names) FILTER (amount_yen IS NOT NULL) OVER item AS first_names,
    max(names) FILTER (amount_yen IS NOT NULL) OVER item AS last_names
  FROM years
  WINDOW
    item AS (PARTITION BY plan_id, item_no, kind),
    earlier AS (PARTITION BY plan_id, item_no, kind ORDER BY fiscal_year),
    year_before AS (PARTITION BY plan_id, item_no, kind ORDER BY fiscal_year RANGE BETWEEN 1 PRECEDING AND 1 PRECEDING)
),
parted AS (
  SELECT
    * EXCLUDE (names, previous_names, first_names, last_names),
    (amount_yen - previous_yen)::BIGINT AS change_yen,
    CASE
      WHEN kind = 'donation' THEN 'donation'
      WHEN first_names IS DISTINCT FROM last_names THEN 'varying'
      ELSE 'comparable'
    END AS comparison,
    CASE WHEN amount_yen IS NOT NULL AND previous_yen IS NOT NULL THEN names IS NOT DISTINCT FROM previous_names END AS is_like_before
  FROM compared
)
SELECT
  *,
  CASE WHEN is_like_before AND previous_yen > 0 THEN round(100.0 * change_yen / previous_yen, 1) END AS change_percent,
  round(100.0 * amount_yen / nullif(sum(amount_yen) OVER (PARTITION BY plan_id, fiscal_year), 0), 1) AS share_percent,
  struct_pack(comparison := 'all', fiscal_year := fiscal_year) AS all_key,
  (sum(amount_yen) OVER kinds)::BIGINT AS kind_yen,
  list(struct_pack(item_no, kind, fiscal_year) ORDER BY item_no) FILTER (amount_yen IS NOT NULL) OVER kinds AS kind_keys,
  min(struct_pack(item_no, kind, fiscal_year)) FILTER (amount_yen IS NOT NULL) OVER kinds AS kind_key,
  round(100.0 * amount_yen / nullif(sum(amount_yen) OVER kinds, 0), 1) AS kind_share_percent,
  CASE
    WHEN change_yen IS NOT NULL THEN (row_number() OVER (
      PARTITION BY plan_id, fiscal_year
      ORDER BY change_yen IS NULL, list_position(['comparable', 'donation', 'varying'], comparison), abs(change_yen) DESC, item_no
    ))::INTEGER
  END AS change_rank
FROM parted
WINDOW kinds AS (PARTITION BY plan_id, kind, fiscal_year)
ORDER BY plan_id, item_no, kind, fiscal_year
