-- Grain: numeric target for the effect of an item in a fiscal year whose effect is stated.
-- percent = effect ÷ target × 100, rounded to one decimal.
SELECT
  targets.plan_id,
  targets.item_no,
  years.title,
  targets.fiscal_year,
  targets.target_no,
  targets.value::BIGINT AS target_yen,
  years.amount_yen,
  (years.amount_yen - targets.value)::BIGINT AS gap_yen,
  round(100.0 * years.amount_yen / nullif(targets.value, 0), 1) AS percent,
  struct_pack(item_no := targets.item_no, fiscal_year := targets.fiscal_year, target_no := targets.target_no) AS target_key,
  struct_pack(item_no := targets.item_no, fiscal_year := targets.fiscal_year) AS effect_key,
  targets.source_line
FROM targets
JOIN marts.effect_item_years AS years USING (plan_id, item_no, fiscal_year)
WHERE targets.measure = 'effect_yen'
ORDER BY targets.plan_id, targets.item_no, targets.fiscal_year, targets.target_no
