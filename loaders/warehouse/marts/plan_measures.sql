-- Grain: current plan. items: its items; effect_years: fiscal years with an effect in yen.
-- effect_yen: the effects of all those years, as the pages add them up; donation_yen: the donations among them; saving_yen: the rest.
-- open_items: items whose effects cannot be added up, and are in none of these sums. rated_items: items with a rating.
-- rating_scale: the steps that the document states, from the best; NULL where it states none. best_items: items with the best of these.
-- targets: targets of items for years that the document sets against a result, or that its numbers can be; targets_met: those met.
-- compared, differs: as in check_totals. population: of municipalities, by the code of the plan.
WITH effects AS (
  SELECT
    plan_id,
    count(DISTINCT fiscal_year) FILTER (comparison = 'all' AND amount_yen IS NOT NULL)::INTEGER AS effect_years,
    max_by(cumulative_yen, fiscal_year) FILTER (comparison = 'all') AS effect_yen,
    max_by(cumulative_yen, fiscal_year) FILTER (comparison = 'donation') AS donation_yen
  FROM marts.effect_years_by_comparison
  GROUP BY ALL
),
items_of AS (
  SELECT plan_id, count(*)::INTEGER AS items, count(effects_open)::INTEGER AS open_items, count(rating)::INTEGER AS rated_items
  FROM items
  GROUP BY ALL
),
ratings_of AS (
  SELECT
    plan_id,
    string_agg(rating, '、' ORDER BY rank) FILTER (on_scale) AS rating_scale,
    min_by(items, rank) FILTER (on_scale) AS best_items,
    string_agg(rating || ' ' || items || '件', '、' ORDER BY rank) AS ratings
  FROM marts.rating_counts
  GROUP BY ALL
),
targets_of AS (
  SELECT
    plan_id,
    sum(years) FILTER (result IN ('met', 'missed'))::INTEGER AS targets,
    coalesce(sum(years) FILTER (result = 'met'), 0)::INTEGER AS targets_met
  FROM marts.target_results
  GROUP BY ALL
)
SELECT
  plans.plan_id,
  coalesce(items, 0) AS items,
  coalesce(effect_years, 0) AS effect_years,
  effect_yen,
  donation_yen,
  (effect_yen - coalesce(donation_yen, 0))::BIGINT AS saving_yen,
  coalesce(open_items, 0) AS open_items,
  coalesce(rated_items, 0) AS rated_items,
  ratings,
  rating_scale,
  best_items,
  round(100.0 * best_items / nullif(rated_items, 0), 1) AS best_share_percent,
  coalesce(targets, 0) AS targets,
  targets_met,
  round(100.0 * targets_met / nullif(targets, 0), 1) AS met_share_percent,
  compared,
  differs,
  population,
  round((effect_yen - coalesce(donation_yen, 0)) / nullif(population, 0), 1)::DOUBLE AS saving_yen_per_head
FROM plans
LEFT JOIN items_of USING (plan_id)
LEFT JOIN effects USING (plan_id)
LEFT JOIN ratings_of USING (plan_id)
LEFT JOIN targets_of USING (plan_id)
LEFT JOIN marts.check_totals USING (plan_id)
LEFT JOIN municipalities USING (municipality_code)
WHERE plans.is_current
ORDER BY plans.plan_id
