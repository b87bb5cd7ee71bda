// Stands before the styles: the look one chose is there before the first paint, however late the pages come.
{
  let chosen = 'system';
  try {
    chosen = JSON.parse(localStorage.getItem('concord.appearance')) ?? 'system';
  } catch {
    // A browser that keeps nothing looks as its system does.
  }
  const dark =
    chosen === 'system' ? matchMedia('(prefers-color-scheme: dark)').matches : chosen === 'dark';
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
}
