-- Grain: item and fiscal year with an effect in yen, its kinds together; kind: 'donation', 'saving', or 'both'.
-- labels: what the document calls the effect. is_like_before: whether the year before is called the same, so that the change
-- compares like with like; NULL without a year before. share_percent is of all effects of the year.
-- change_rank: 1 is the largest change of the year, up or down; NULL without a year before.
-- Identity: the amounts of an item add up to effect_totals.computed_yen.
WITH names AS (
  SELECT plan_id, item_no, fiscal_year, string_agg(label, '、' ORDER BY effect_no) AS labels
  FROM marts.effect_lines
  GROUP BY ALL
),
years AS (
  SELECT
    plan_id,
    item_no,
    title,
    fiscal_year,
    CASE WHEN count(*) > 1 THEN 'both' ELSE min(kind) END AS kind,
    sum(amount_yen)::BIGINT AS amount_yen,
    list(struct_pack(item_no, kind, fiscal_year) ORDER BY kind) AS kind_keys,
    min(source_line) AS source_line
  FROM marts.effect_years
  WHERE amount_yen IS NOT NULL
  GROUP BY ALL
),
compared AS (
  SELECT
    years.*,
    labels,
    any_value(amount_yen) OVER year_before AS previous_yen,
    any_value(struct_pack(item_no, fiscal_year)) OVER year_before AS before_key,
    any_value(coalesce(labels, '')) OVER year_before AS previous_labels,
    (sum(amount_yen) OVER earlier)::BIGINT AS cumulative_yen,
    list(struct_pack(item_no, fiscal_year)) OVER earlier AS year_keys,
    round(100.0 * amount_yen / nullif(sum(amount_yen) OVER (PARTITION BY plan_id, fiscal_year), 0), 1) AS share_percent,
    struct_pack(kind := 'all', fiscal_year) AS all_key
  FROM years
  JOIN names USING (plan_id, item_no, fiscal_year)
  WINDOW
    earlier AS (PARTITION BY plan_id, item_no ORDER BY fiscal_year),
    year_before AS (PARTITION BY plan_id, item_no ORDER BY fiscal_year RANGE BETWEEN 1 PRECEDING AND 1 PRECEDING)
)
SELECT
  * EXCLUDE (previous_labels),
  (amount_yen - previous_yen)::BIGINT AS change_yen,
  round(100.0 * (amount_yen - previous_yen) / nullif(previous_yen, 0), 1) AS change_percent,
  regexp_replace(coalesce(labels, ''), '\s', '', 'g') = regexp_replace(previous_labels, '\s', '', 'g') AS is_like_before,
  CASE
    WHEN previous_yen IS NULL THEN NULL
    ELSE (row_number() OVER (PARTITION BY plan_id, fiscal_year ORDER BY abs(amount_yen - previous_yen) DESC NULLS LAST, item_no))::INTEGER
  END AS change_rank
FROM compared
ORDER BY plan_id, item_no, fiscal_year
