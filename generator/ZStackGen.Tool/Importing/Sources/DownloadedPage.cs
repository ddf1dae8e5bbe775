using System;

namespace ZStackGen.Tool.Importing.Sources;

/// <summary>A downloaded page.</summary>
/// <param name="Address">The address of the page, after redirects.</param>
/// <param name="Content">The content.</param>
/// <param name="Charset">The encoding that the server sent.</param>
internal sealed record DownloadedPage(Uri Address, byte[] Content, string? Charset);
