-- Grain: plan and rating as rating_counts has them, and 'all' for every item, rated or not. Which items have something
-- countable behind them: with_figures: a number in what they report; with_effects: an effect in yen; with_compared: a target
-- that can be compared. Each count has the keys of the items counted.
WITH ratings AS (
  SELECT plan_id, rating, item_no, figures, effect_yen, compared FROM marts.rating_support WHERE rating IS NOT NULL
  UNION ALL
  SELECT plan_id, 'all', item_no, figures, effect_yen, compared FROM marts.rating_support
),
steps AS (
  SELECT plan_id, rating, rank FROM marts.rating_counts
  UNION ALL
  SELECT plan_id, 'all', NULL FROM marts.rating_support GROUP BY ALL
),
counted AS (
  SELECT
    plan_id,
    rating,
    any_value(rank) AS rank,
    count(item_no)::INTEGER AS items,
    count(*) FILTER (figures > 0)::INTEGER AS with_figures,
    list(struct_pack(item_no) ORDER BY item_no) FILTER (figures > 0) AS with_figures_keys,
    count(*) FILTER (figures = 0)::INTEGER AS without_figures,
    list(struct_pack(item_no) ORDER BY item_no) FILTER (figures = 0) AS without_figures_keys,
    count(*) FILTER (effect_yen IS NOT NULL)::INTEGER AS with_effects,
    list(struct_pack(item_no) ORDER BY item_no) FILTER (effect_yen IS NOT NULL) AS with_effects_keys,
    count(*) FILTER (compared > 0)::INTEGER AS with_compared,
    list(struct_pack(item_no) ORDER BY item_no) FILTER (compared > 0) AS with_compared_keys
  FROM steps
  LEFT JOIN ratings USING (plan_id, rating)
  GROUP BY plan_id, rating
)
SELECT counted.* EXCLUDE (rank)
FROM counted
ORDER BY plan_id, rank NULLS LAST
