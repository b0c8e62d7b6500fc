-- Grain: item with a printed total in yen. gap_yen = printed − computed; year_keys: the years that computed_yen is the sum of.
-- differs: the gap is more than rounding explains, and not just what the lines that other items count (再掲) add up to.
-- counts_parts_twice: the printed total is too large by just what the うち lines of the item add up to.
WITH parts AS (
  SELECT plan_id, item_no, sum(amount_yen)::BIGINT AS parts_yen
  FROM effects
  WHERE part_of IS NOT NULL
  GROUP BY ALL
),
repeats AS (
  SELECT plan_id, item_no, sum(amount_yen)::BIGINT AS repeats_yen
  FROM effects
  WHERE part_of IS NULL AND is_repeat
  GROUP BY ALL
),
years AS (
  SELECT plan_id, item_no, list(struct_pack(item_no, fiscal_year) ORDER BY fiscal_year) AS year_keys
  FROM marts.effect_item_years
  GROUP BY ALL
)
SELECT
  plan_id,
  item_no,
  items.title,
  published_yen,
  computed_yen,
  (published_yen - computed_yen)::BIGINT AS gap_yen,
  round(100.0 * (published_yen - computed_yen) / nullif(computed_yen, 0), 1) AS gap_percent,
  rounding_yen,
  abs(published_yen - computed_yen) > rounding_yen
    AND abs(published_yen - computed_yen - coalesce(repeats_yen, 0)) > rounding_yen AS differs,
  parts_yen,
  published_yen <> computed_yen AND coalesce(published_yen - computed_yen = parts_yen, false) AS counts_parts_twice,
  struct_pack(item_no) AS total_key,
  year_keys,
  effect_totals.source_line
FROM effect_totals
JOIN items USING (plan_id, item_no)
LEFT JOIN parts USING (plan_id, item_no)
LEFT JOIN repeats USING (plan_id, item_no)
LEFT JOIN years USING (plan_id, item_no)
WHERE published_yen IS NOT NULL AND computed_yen IS NOT NULL
ORDER BY plan_id, item_no
