# Runs Stan and JAGS on a problem and prints what they say of each quantity as JSON: Rscript reconcile.R problem.json folder draws
suppressPackageStartupMessages({ library(jsonlite); library(rstan); library(rjags); library(coda) })
args <- commandArgs(trailingOnly = TRUE)
p <- fromJSON(args[1])
here <- args[2]
# Draws of each JAGS chain; Stan's cost more, and each is worth more.
draws_each <- as.integer(args[3])
stan_draws <- max(1000L, draws_each %/% 4L)
wanted <- c("workers", "take", "kept", "other", "total", "revenue")
seconds <- function(start) as.numeric(Sys.time() - start, units = "secs")

options(mc.cores = 2)
rstan_options(boost_lib = "/usr/include", eigen_lib = system.file("include", package = "RcppEigen"))
data <- p[c("H", "Y", "C", "kind", "h", "y", "m")]
data$s <- p$sd
invisible(capture.output(model <- suppressMessages(stan_model(file.path(here, "reconcile.stan")))))
start <- Sys.time()
invisible(capture.output(fit <- suppressWarnings(sampling(model, data = data, chains = 4, iter = 1000 + stan_draws, warmup = 1000, refresh = 0, seed = 1))))
stan_seconds <- seconds(start)
s <- summary(fit, pars = wanted)$summary

jd <- list(H = p$H, Y = p$Y)
for (k in 1:6) {
  i <- which(p$kind == k)
  jd[[paste0("n", k)]] <- length(i)
  jd[[paste0("m", k)]] <- p$m[i]
  jd[[paste0("s", k)]] <- p$sd[i]
  if (k != 2 && k != 3) jd[[paste0("h", k)]] <- p$h[i]
  if (k <= 3) jd[[paste0("y", k)]] <- p$y[i]
}
start <- Sys.time()
jags <- jags.model(file.path(here, "reconcile.jags"), data = jd, n.chains = 4, n.adapt = 1000, quiet = TRUE,
  inits = lapply(1:4, function(k) list(.RNG.name = "base::Mersenne-Twister", .RNG.seed = k)))
draws <- coda.samples(jags, wanted, n.iter = draws_each, progress.bar = "none")
jags_seconds <- seconds(start)
all <- as.matrix(draws)

table <- function(id, mean, sd, ess, rhat) data.frame(id = id, mean = mean, sd = sd, ess = ess, rhat = rhat)
cat(toJSON(list(
  list(name = "Stan", seconds = stan_seconds, quantities = table(rownames(s), s[, "mean"], s[, "sd"], s[, "n_eff"], s[, "Rhat"])),
  list(name = "JAGS", seconds = jags_seconds, quantities = table(colnames(all), colMeans(all), apply(all, 2, sd),
    effectiveSize(draws), gelman.diag(draws, multivariate = FALSE, autoburnin = FALSE)$psrf[, 1]))
), auto_unbox = TRUE, digits = NA))
