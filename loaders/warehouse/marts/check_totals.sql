-- Grain: plan. compared: pairs of numbers that were compared, of which agrees do and differs do not agree; missing: parts that are due and are not there, and missing_causes: of how many causes.
-- Identity: compared = agrees + differs over the rules of check_counts that compare.
SELECT
  plans.plan_id,
  coalesce(sum(agrees + differs) FILTER (compares), 0)::INTEGER AS compared,
  coalesce(sum(agrees) FILTER (compares), 0)::INTEGER AS agrees,
  coalesce(sum(differs) FILTER (compares), 0)::INTEGER AS differs,
  coalesce(sum(missing), 0)::INTEGER AS missing,
  (SELECT count(*) FROM marts.missing_causes AS causes WHERE causes.plan_id = plans.plan_id)::INTEGER AS missing_causes
FROM plans
LEFT JOIN marts.check_counts USING (plan_id)
WHERE plans.is_current
GROUP BY ALL
ORDER BY ALL
