// On a narrow screen the list of APIs is a drawer. While it is open, the rest of the page is inert.
const narrow = matchMedia('(max-width: 60rem)');
const button = document.getElementById('menu');
const sidebar = document.getElementById('sidebar');
const rest = [...document.querySelectorAll('.skip, .top, #main')];

export function openDrawer() {
  if (!narrow.matches) {
    return;
  }

  document.documentElement.dataset.drawer = 'open';
  apply();
  document.getElementById('search').focus();
}

export function closeDrawer(restoresFocus) {
  if (document.documentElement.dataset.drawer === undefined) {
    return;
  }

  delete document.documentElement.dataset.drawer;
  apply();
  if (restoresFocus) {
    button.focus();
  }
}

function apply() {
  const isOpen = narrow.matches && document.documentElement.dataset.drawer === 'open';
  button.setAttribute('aria-expanded', String(isOpen));
  sidebar.inert = narrow.matches && !isOpen;
  rest.forEach((element) => { element.inert = isOpen; });
}

button.addEventListener('click', openDrawer);
document.getElementById('close-menu').addEventListener('click', () => closeDrawer(true));
document.getElementById('curtain').addEventListener('click', () => closeDrawer(true));
sidebar.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') {
    closeDrawer(true);
  }
});
narrow.addEventListener('change', () => {
  delete document.documentElement.dataset.drawer;
  apply();
});
apply();
