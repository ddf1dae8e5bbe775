// A separate file, so that the page needs no inline script. Nothing is loaded from other origins.
Scalar.createApiReference('#app', {
  url: '/openapi/zstack.json',
  withDefaultFonts: false,
  showDeveloperTools: 'never',
  telemetry: false,
  agent: { disabled: true },
});
