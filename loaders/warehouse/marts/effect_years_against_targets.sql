-- Grain: numeric target for the effect of an item in a fiscal year whose effect is stated.
-- percent = effect ÷ target × 100, rounded to one decimal.
SELECT
  targets.plan_id,
  targets.item_no,
  effect_years.title,
  targets.fiscal_year,
  targets.value::BIGINT AS target_yen,
  effect_years.amount_yen,
  (effect_years.amount_yen - targets.value)::BIGINT AS gap_yen,
  round(100.0 * effect_years.amount_yen / nullif(targets.value, 0), 1) AS percent,
  targets.source_line
FROM targets
JOIN marts.effect_years USING (plan_id, item_no, fiscal_year)
WHERE targets.measure = 'effect_yen'
ORDER BY targets.plan_id, targets.item_no, targets.fiscal_year
