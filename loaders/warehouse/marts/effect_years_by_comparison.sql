-- Grain: part of the effects by what they can be compared with, and fiscal year in which any effect is stated.
-- comparison: 'donation', 'varying' (items that call their effect differently in some year), 'comparable' (the rest), 'all'.
-- amount_yen is NULL in a year without that part; cumulative_yen is over all years so far.
-- items: how many make up amount_yen; risen_items, fallen_items: those above and below their year before.
-- is_like_before: whether just the same effects make up the year before; NULL without one. change_percent: NULL where they do not,
-- and of parts that are no single thing ('varying', 'all').
-- share_percent is of the year, cumulative_share_percent of all years so far; rounded to one decimal.
-- item_keys: the effects that it is the sum of; before_key: the year before; year_keys: all years so far; all_key: all parts.
-- Identity: the cumulative_yen of the parts of a year add up to that of 'all'.
WITH effects_of AS (
  SELECT *, struct_pack(item_no, kind, fiscal_year) AS item_key
  FROM marts.effect_years
  WHERE amount_yen IS NOT NULL
),
parts AS (
  SELECT * FROM effects_of
  UNION ALL
  SELECT * REPLACE ('all' AS comparison) FROM effects_of
),
sums AS (
  SELECT
    plan_id,
    comparison,
    fiscal_year,
    sum(amount_yen)::BIGINT AS amount_yen,
    list(item_key ORDER BY item_key) AS item_keys,
    list(item_key ORDER BY item_key) FILTER (change_yen > 0) AS risen_keys,
    list(item_key ORDER BY item_key) FILTER (change_yen < 0) AS fallen_keys,
    bool_and(coalesce(is_like_before, false)) AS is_each_like_before
  FROM parts
  GROUP BY ALL
),
every_year AS (
  SELECT plan_id, comparison, fiscal_year
  FROM (SELECT DISTINCT plan_id, comparison FROM sums)
  JOIN (SELECT DISTINCT plan_id, fiscal_year FROM sums) USING (plan_id)
),
compared AS (
  SELECT
    every_year.*,
    amount_yen,
    item_keys,
    risen_keys,
    fallen_keys,
    is_each_like_before,
    any_value(amount_yen) OVER year_before AS previous_yen,
    any_value(len(item_keys)) OVER year_before AS previous_items,
    CASE WHEN any_value(amount_yen) OVER year_before IS NOT NULL
      THEN any_value(struct_pack(comparison := every_year.comparison, fiscal_year := every_year.fiscal_year)) OVER year_before
    END AS before_key,
    coalesce((sum(amount_yen) OVER earlier)::BIGINT, 0) AS cumulative_yen,
    list(struct_pack(comparison := every_year.comparison, fiscal_year := every_year.fiscal_year)) FILTER (amount_yen IS NOT NULL) OVER earlier
      AS year_keys
  FROM every_year
  LEFT JOIN sums USING (plan_id, comparison, fiscal_year)
  WINDOW
    earlier AS (PARTITION BY every_year.plan_id, every_year.comparison ORDER BY every_year.fiscal_year),
    year_before AS (
      PARTITION BY every_year.plan_id, every_year.comparison ORDER BY every_year.fiscal_year RANGE BETWEEN 1 PRECEDING AND 1 PRECEDING
    )
),
alike AS (
  SELECT
    *,
    (amount_yen - previous_yen)::BIGINT AS change_yen,
    CASE WHEN amount_yen IS NOT NULL AND previous_yen IS NOT NULL
      THEN is_each_like_before AND previous_items = len(item_keys)
    END AS is_like_before
  FROM compared
)
SELECT
  plan_id,
  comparison,
  fiscal_year,
  amount_yen,
  item_keys,
  coalesce(len(item_keys), 0)::INTEGER AS items,
  risen_keys,
  coalesce(len(risen_keys), 0)::INTEGER AS risen_items,
  fallen_keys,
  coalesce(len(fallen_keys), 0)::INTEGER AS fallen_items,
  previous_yen,
  change_yen,
  is_like_before,
  CASE WHEN is_like_before AND previous_yen > 0 AND comparison IN ('donation', 'comparable')
    THEN round(100.0 * change_yen / previous_yen, 1)
  END AS change_percent,
  cumulative_yen,
  before_key,
  year_keys,
  round(100.0 * amount_yen / nullif(sum(amount_yen) FILTER (comparison <> 'all') OVER year, 0), 1) AS share_percent,
  round(100.0 * cumulative_yen / nullif(sum(cumulative_yen) FILTER (comparison <> 'all') OVER year, 0), 1) AS cumulative_share_percent,
  struct_pack(comparison := 'all', fiscal_year := fiscal_year) AS all_key
FROM alike
WINDOW year AS (PARTITION BY plan_id, fiscal_year)
ORDER BY plan_id, list_position(['comparable', 'varying', 'donation', 'all'], comparison), fiscal_year
