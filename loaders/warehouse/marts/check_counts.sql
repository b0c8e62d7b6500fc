-- Grain: plan and rule. compares: whether the rule compares two numbers (else it asks whether something is there).
SELECT
  plan_id,
  rule,
  bool_or(computed IS NOT NULL) AS compares,
  count(*) FILTER (outcome = 'agrees')::INTEGER AS agrees,
  count(*) FILTER (outcome = 'differs')::INTEGER AS differs,
  count(*) FILTER (outcome = 'missing')::INTEGER AS missing
FROM checks
GROUP BY ALL
ORDER BY plan_id, min(check_no)
