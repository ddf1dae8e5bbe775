namespace ZStackGen.Tool.Importing.Sources;

/// <summary>A page to import: a file or a downloaded page.</summary>
/// <param name="ShownPath">The path or the address, for messages.</param>
/// <param name="RelativePath">The path below the folder or the address given, <c>/</c> between segments.</param>
/// <param name="Content">The content.</param>
/// <param name="Charset">The encoding that the server sent.</param>
/// <param name="IsNamed">Whether the command line names the page itself.</param>
internal sealed record ImportSource(string ShownPath, string RelativePath, byte[] Content, string? Charset, bool IsNamed);
