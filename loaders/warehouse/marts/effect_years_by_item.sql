-- Grain: item with an effect and kind of effect, over all years. rank 1 is the largest. comparison: as in effect_years.
-- share_percent is of all effects, comparison_share_percent of those that compare alike; rounded to one decimal.
-- year_keys: the years that total_yen is the sum of; all_key, comparison_key: all effects, and those that compare alike, up to the last year.
-- Identity: the totals of an item add up to effect_totals.computed_yen, those of a comparison to its last cumulative_yen in
-- effect_years_by_comparison.
WITH totals AS (
  SELECT
    plan_id,
    item_no,
    title,
    kind,
    comparison,
    sum(amount_yen)::BIGINT AS total_yen,
    list(struct_pack(item_no, kind, fiscal_year) ORDER BY fiscal_year) AS year_keys
  FROM marts.effect_years
  WHERE amount_yen IS NOT NULL
  GROUP BY ALL
),
last_years AS (
  SELECT plan_id, max(fiscal_year) AS fiscal_year FROM marts.effect_years WHERE amount_yen IS NOT NULL GROUP BY ALL
)
SELECT
  totals.*,
  round(100.0 * total_yen / nullif(sum(total_yen) OVER (PARTITION BY plan_id), 0), 1) AS share_percent,
  round(100.0 * total_yen / nullif(sum(total_yen) OVER (PARTITION BY plan_id, comparison), 0), 1) AS comparison_share_percent,
  (row_number() OVER (PARTITION BY plan_id ORDER BY total_yen DESC, item_no, kind))::INTEGER AS rank,
  struct_pack(comparison := 'all', fiscal_year := fiscal_year) AS all_key,
  struct_pack(comparison := comparison, fiscal_year := fiscal_year) AS comparison_key
FROM totals
JOIN last_years USING (plan_id)
ORDER BY plan_id, rank
