// Runs before the first paint, so that a dark page does not flash white.
(function () {
  let theme = null;
  try {
    theme = localStorage.getItem('theme');
  } catch {
    // Storage may be forbidden. The theme is then that of the system.
  }

  if (theme === 'light' || theme === 'dark') {
    document.documentElement.dataset.theme = theme;
  }
})();
