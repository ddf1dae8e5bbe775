// As a file of its own, so that the page needs no inline script. Nothing is loaded from elsewhere.
Scalar.createApiReference('#app', {
  url: '/openapi/zstack.json',
  withDefaultFonts: false,
  showDeveloperTools: 'never',
  telemetry: false,
  agent: { disabled: true },
});
