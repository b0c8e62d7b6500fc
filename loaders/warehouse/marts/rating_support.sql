-- Grain: item, with what stands behind its rating. The rating itself is the printed one; nothing here rates again.
-- figures: numbers in what it reports (item_figures); effect_yen: its effects of all years, parts not counted twice;
-- compared = reached + below (item_targets with a fact or a result in words); achieved, not_achieved, next: entries of its review but 特になし.
-- missing: checks of the item that find nothing; missing_causes: of how many causes, a missing page being one.
-- figure_keys, year_keys, compared_keys: the numbers, years and targets that figures, effect_yen and compared come from.
WITH counted_figures AS (
  SELECT
    plan_id,
    item_no,
    count(*)::INTEGER AS figures,
    list(struct_pack(figure_no) ORDER BY figure_no) AS figure_keys
  FROM marts.item_figures
  GROUP BY ALL
),
counted_effects AS (
  SELECT
    plan_id,
    item_no,
    sum(amount_yen)::BIGINT AS effect_yen,
    list(struct_pack(item_no, fiscal_year) ORDER BY fiscal_year) AS year_keys
  FROM marts.effect_item_years
  GROUP BY ALL
),
counted_targets AS (
  SELECT
    plan_id,
    item_no,
    count(*)::INTEGER AS targets,
    count(*) FILTER (outcome = 'reached')::INTEGER AS reached,
    count(*) FILTER (outcome = 'below')::INTEGER AS below,
    list(struct_pack(item_no, kind, fiscal_year, row_no) ORDER BY kind DESC, fiscal_year, row_no) FILTER (outcome IN ('reached', 'below')) AS compared_keys
  FROM marts.item_targets
  GROUP BY ALL
),
counted_reviews AS (
  SELECT
    plan_id,
    item_no,
    count(*) FILTER (kind = 'achieved')::INTEGER AS achieved,
    count(*) FILTER (kind = 'not_achieved')::INTEGER AS not_achieved,
    count(*) FILTER (kind = 'next')::INTEGER AS next
  FROM reviews
  WHERE NOT says_none(text)
  GROUP BY ALL
),
counted_checks AS (
  SELECT
    plan_id,
    item_no,
    count(*) FILTER (outcome = 'differs')::INTEGER AS differs,
    count(*) FILTER (outcome = 'missing')::INTEGER AS missing
  FROM checks
  GROUP BY ALL
),
counted_causes AS (
  SELECT plan_id, item_no, count(*)::INTEGER AS missing_causes
  FROM marts.missing_causes
  GROUP BY ALL
)
SELECT
  items.plan_id,
  items.item_no,
  items.title,
  items.lead_department,
  items.rating,
  items.next_plan,
  coalesce(figures, 0) AS figures,
  figure_keys,
  effect_yen,
  year_keys,
  coalesce(targets, 0) AS targets,
  coalesce(reached, 0) AS reached,
  coalesce(below, 0) AS below,
  coalesce(reached, 0) + coalesce(below, 0) AS compared,
  compared_keys,
  coalesce(achieved, 0) AS achieved,
  coalesce(not_achieved, 0) AS not_achieved,
  coalesce(next, 0) AS next,
  coalesce(differs, 0) AS differs,
  coalesce(missing, 0) AS missing,
  coalesce(missing_causes, 0) AS missing_causes
FROM items
LEFT JOIN counted_figures USING (plan_id, item_no)
LEFT JOIN counted_effects USING (plan_id, item_no)
LEFT JOIN counted_targets USING (plan_id, item_no)
LEFT JOIN counted_reviews USING (plan_id, item_no)
LEFT JOIN counted_checks USING (plan_id, item_no)
LEFT JOIN counted_causes USING (plan_id, item_no)
ORDER BY items.plan_id, items.item_no
