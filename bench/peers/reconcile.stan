// The reference problem of reconciling, as bench/reconcile-problem.mjs makes it, for Stan as R's package has it (arrays in the syntax before 2.33).
data {
  int H;
  int Y;
  int C;
  int kind[C];
  int h[C];
  int y[C];
  vector[C] m;
  vector[C] s;
}
parameters {
  matrix[H, Y] z;
  vector[H] take_z;
  vector[H] kept_z;
  vector[H] other_z;
}
transformed parameters {
  matrix[H, Y] workers;
  vector[H] take = log(250) + take_z;
  vector[H] kept = log(120) + kept_z;
  vector[H] other = log(60) + other_z;
  vector[Y] total;
  vector[Y] revenue;
  for (i in 1:H) {
    workers[i, 1] = log(5000) + 1.5 * z[i, 1];
    for (j in 2:Y) workers[i, j] = workers[i, j - 1] + 0.2 * z[i, j];
  }
  for (j in 1:Y) {
    total[j] = log_sum_exp(workers[, j]);
    revenue[j] = log(12) + log_sum_exp(workers[, j] + take);
  }
}
model {
  to_vector(z) ~ std_normal();
  take_z ~ std_normal();
  kept_z ~ std_normal();
  other_z ~ std_normal();
  for (c in 1:C) {
    real mu;
    if (kind[c] == 1) mu = workers[h[c], y[c]];
    else if (kind[c] == 2) mu = total[y[c]];
    else if (kind[c] == 3) mu = revenue[y[c]];
    else if (kind[c] == 4) mu = take[h[c]];
    else if (kind[c] == 5) mu = kept[h[c]];
    else mu = log(exp(take[h[c]]) + exp(kept[h[c]]) + exp(other[h[c]]));
    target += log_mix(0.08, normal_lpdf(m[c] | mu, sqrt(square(s[c]) + square(2.8))), normal_lpdf(m[c] | mu, s[c]));
  }
}
