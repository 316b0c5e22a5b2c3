-- 指数（DI）：回と区分と設問ごと。di は丸めた割合の差（公表の丸め）、di_exact は件数から
WITH summed AS (
  SELECT survey, wave, dimension, place_code, MIN(place_label) AS place_label, question,
    MIN(question_label) AS question_label, MAX(n) AS n, SUM(weight * share) AS rounded,
    SUM(weight * answers) * 100e0 / MAX(n) AS whole
  FROM {counts_by_dimension}
  WHERE kind = 'choice' AND weight IS NOT NULL
  GROUP BY survey, wave, dimension, place_code, question
)
SELECT survey, wave, dimension, place_code, place_label, question, question_label, n,
  SIGN(rounded) * FLOOR(ABS(rounded) * 10e0 + 0.5e0 + 1e-6) / 10e0 AS di,
  SIGN(whole) * FLOOR(ABS(whole) * 10e0 + 0.5e0 + 1e-6) / 10e0 AS di_exact
FROM summed
