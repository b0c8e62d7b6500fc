-- Grain: plan and role of a number (NULL: not understood). figures: how many numbers of the document have it.
-- Identity: the counts of a plan add up to its rows in figures.
SELECT plan_id, role, count(*)::INTEGER AS figures
FROM figures
GROUP BY ALL
ORDER BY plan_id, figures DESC, role
