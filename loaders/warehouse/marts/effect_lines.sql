-- Grain: line of an effect that is part of no other (うち lines are left out, since their whole holds them) and that no other item
-- counts (再掲), of items whose effects may be added up.
-- kind 'donation': receipts of donations, which are no savings; everything else is 'saving'.
SELECT
  effects.plan_id,
  effects.item_no,
  items.title,
  effects.fiscal_year,
  effects.effect_no,
  CASE WHEN regexp_matches(concat(effects.label, items.title), '寄附|寄付|ふるさと納税') THEN 'donation' ELSE 'saving' END AS kind,
  effects.label,
  effects.label_unified,
  effects.amount_yen,
  effects.quantity,
  effects.quantity_unit,
  effects.source_line
FROM effects
JOIN items USING (plan_id, item_no)
WHERE effects.part_of IS NULL AND NOT effects.is_repeat AND items.effects_open IS NULL
ORDER BY ALL
