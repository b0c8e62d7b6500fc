-- Grain: plan and rating given, and 'all' for every item, rated or not. Which items have something countable behind them:
-- with_figures: a number in what they report; with_effects: an effect in yen; with_compared: a target that can be compared.
-- share_percent: of the rated items ('all': of all items), rounded to one decimal.
WITH ratings AS (
  SELECT plan_id, rating, figures, effect_yen, compared FROM marts.rating_support WHERE rating IS NOT NULL
  UNION ALL
  SELECT plan_id, 'all', figures, effect_yen, compared FROM marts.rating_support
),
counted AS (
  SELECT
    plan_id,
    rating,
    count(*)::INTEGER AS items,
    count(*) FILTER (figures > 0)::INTEGER AS with_figures,
    count(*) FILTER (figures = 0)::INTEGER AS without_figures,
    count(*) FILTER (effect_yen IS NOT NULL)::INTEGER AS with_effects,
    count(*) FILTER (compared > 0)::INTEGER AS with_compared
  FROM ratings
  GROUP BY ALL
)
SELECT counted.*, round(100.0 * counted.items / sum(counted.items) OVER (PARTITION BY plan_id, rating = 'all'), 1) AS share_percent
FROM counted
LEFT JOIN marts.rating_counts USING (plan_id, rating)
ORDER BY plan_id, rank
