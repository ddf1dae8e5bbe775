using System;

namespace ZStackGen.Tool.Importing.Sources;

/// <summary>A downloaded page.</summary>
/// <param name="Address">The address that the page came from, after redirects.</param>
/// <param name="Content">The content.</param>
/// <param name="Charset">The encoding that the server named.</param>
internal sealed record DownloadedPage(Uri Address, byte[] Content, string? Charset);
