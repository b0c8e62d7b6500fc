-- Grain: うち line of an effect that states an amount, with the line that it is a part of.
-- percent = part ÷ whole × 100, rounded to one decimal. Identity: the parts of a whole never add up to more than it.
SELECT
  parts.plan_id,
  parts.item_no,
  items.title,
  parts.fiscal_year,
  parts.effect_no,
  parts.label,
  parts.amount_yen,
  wholes.effect_no AS whole_no,
  wholes.label AS whole_label,
  wholes.amount_yen AS whole_yen,
  round(100.0 * parts.amount_yen / nullif(wholes.amount_yen, 0), 1) AS percent,
  struct_pack(item_no := parts.item_no, fiscal_year := parts.fiscal_year, effect_no := parts.effect_no) AS part_key,
  struct_pack(item_no := parts.item_no, fiscal_year := parts.fiscal_year, effect_no := wholes.effect_no) AS whole_key,
  parts.source_line
FROM effects AS parts
JOIN effects AS wholes
  ON wholes.plan_id = parts.plan_id
  AND wholes.item_no = parts.item_no
  AND wholes.fiscal_year = parts.fiscal_year
  AND wholes.effect_no = parts.part_of
JOIN items ON items.plan_id = parts.plan_id AND items.item_no = parts.item_no
WHERE parts.amount_yen IS NOT NULL AND wholes.amount_yen IS NOT NULL
ORDER BY parts.plan_id, parts.item_no, parts.fiscal_year, parts.effect_no
