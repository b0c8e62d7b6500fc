-- Grain: item with an effect and kind of effect, over all years. rank 1 is the largest.
-- share_percent is of all effects, kind_share_percent of those of its kind ('saving' or 'donation'); rounded to one decimal.
-- year_keys: the years that total_yen is the sum of; all_key, kind_key: all effects, and those of the kind, up to the last year.
-- Identity: the totals of an item add up to effect_totals.computed_yen, those of a kind to its last cumulative_yen in effect_years_by_kind.
WITH totals AS (
  SELECT
    plan_id,
    item_no,
    title,
    kind,
    sum(amount_yen)::BIGINT AS total_yen,
    list(struct_pack(item_no, kind, fiscal_year) ORDER BY fiscal_year) AS year_keys
  FROM marts.effect_years
  WHERE amount_yen IS NOT NULL
  GROUP BY ALL
),
last_years AS (
  SELECT plan_id, kind, max(fiscal_year) AS fiscal_year FROM marts.effect_years_by_kind WHERE amount_yen IS NOT NULL GROUP BY ALL
)
SELECT
  totals.*,
  round(100.0 * total_yen / nullif(sum(total_yen) OVER (PARTITION BY plan_id), 0), 1) AS share_percent,
  round(100.0 * total_yen / nullif(sum(total_yen) OVER (PARTITION BY plan_id, totals.kind), 0), 1) AS kind_share_percent,
  (row_number() OVER (PARTITION BY plan_id ORDER BY total_yen DESC, item_no, totals.kind))::INTEGER AS rank,
  struct_pack(kind := 'all', fiscal_year := all_years.fiscal_year) AS all_key,
  struct_pack(kind := totals.kind, fiscal_year := kind_years.fiscal_year) AS kind_key
FROM totals
JOIN last_years AS all_years USING (plan_id)
JOIN last_years AS kind_years USING (plan_id)
WHERE all_years.kind = 'all' AND kind_years.kind = totals.kind
ORDER BY plan_id, rank
