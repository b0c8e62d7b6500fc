-- Grain: item and fiscal year with an effect in yen, its kinds together; kind: 'donation', 'saving', or 'both'.
-- labels: what the document calls the effects. is_like_before: whether those of each kind are called as in the year before, so that
-- the change compares like with like; NULL without a year before. change_percent: NULL where they are not.
-- Identity: the amounts of an item add up to effect_totals.computed_yen.
WITH years AS (
  SELECT
    plan_id,
    item_no,
    title,
    fiscal_year,
    CASE WHEN count(*) > 1 THEN 'both' ELSE min(kind) END AS kind,
    sum(amount_yen)::BIGINT AS amount_yen,
    list(struct_pack(item_no, kind, fiscal_year) ORDER BY kind) AS kind_keys,
    min(source_line) AS source_line,
    string_agg(labels, '、' ORDER BY kind) AS labels,
    bool_and(coalesce(is_like_before, false)) AS is_each_like_before
  FROM marts.effect_years
  WHERE amount_yen IS NOT NULL
  GROUP BY ALL
),
compared AS (
  SELECT
    years.*,
    any_value(amount_yen) OVER year_before AS previous_yen,
    any_value(struct_pack(item_no, fiscal_year)) OVER year_before AS before_key,
    any_value(len(kind_keys)) OVER year_before AS previous_kinds,
    (sum(amount_yen) OVER earlier)::BIGINT AS cumulative_yen,
    list(struct_pack(item_no, fiscal_year)) OVER earlier AS year_keys
  FROM years
  WINDOW
    earlier AS (PARTITION BY plan_id, item_no ORDER BY fiscal_year),
    year_before AS (PARTITION BY plan_id, item_no ORDER BY fiscal_year RANGE BETWEEN 1 PRECEDING AND 1 PRECEDING)
),
alike AS (
  SELECT
    * EXCLUDE (is_each_like_before, previous_kinds),
    (amount_yen - previous_yen)::BIGINT AS change_yen,
    CASE WHEN previous_yen IS NOT NULL THEN is_each_like_before AND previous_kinds = len(kind_keys) END AS is_like_before
  FROM compared
)
SELECT
  *,
  CASE WHEN is_like_before AND previous_yen > 0 THEN round(100.0 * change_yen / previous_yen, 1) END AS change_percent
FROM alike
ORDER BY plan_id, item_no, fiscal_year
