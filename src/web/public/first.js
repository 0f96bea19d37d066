// Before the first paint: the theme and language last chosen, so that neither flashes.
const root = document.documentElement;
const theme = localStorage.getItem("tributary-theme") ?? "system";
const dark = theme === "dark" || (theme === "system" && matchMedia("(prefers-color-scheme: dark)").matches);
root.dataset.theme = dark ? "dark" : "light";
const language = localStorage.getItem("tributary-language") ?? (navigator.language.startsWith("ko") ? "ko" : "en");
root.lang = language;
