-- Grain: item with an effect, over all years. rank 1 is the largest.
-- share_percent is of all effects, kind_share_percent of those of its kind ('saving' or 'donation'); rounded to one decimal.
-- Identity: total_yen = effect_totals.computed_yen; the totals of a kind add up to its last cumulative_yen in effect_years_by_kind.
WITH totals AS (
  SELECT plan_id, item_no, title, kind, sum(amount_yen)::BIGINT AS total_yen
  FROM marts.effect_years
  WHERE amount_yen IS NOT NULL
  GROUP BY ALL
)
SELECT
  *,
  round(100.0 * total_yen / nullif(sum(total_yen) OVER (PARTITION BY plan_id), 0), 1) AS share_percent,
  round(100.0 * total_yen / nullif(sum(total_yen) OVER (PARTITION BY plan_id, kind), 0), 1) AS kind_share_percent,
  (row_number() OVER (PARTITION BY plan_id ORDER BY total_yen DESC, item_no))::INTEGER AS rank
FROM totals
ORDER BY plan_id, rank
