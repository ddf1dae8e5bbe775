namespace ZStackGen.Tool.Pages;

/// <summary>One page on disk.</summary>
/// <param name="FullPath">The absolute path.</param>
/// <param name="Name">The page's name in results: relative to the folder given, with the folder's own name kept, <c>/</c> between segments.</param>
/// <param name="ShownPath">The path as the user would write it, <c>/</c> between segments: for messages that are clicked.</param>
/// <param name="RelativePath">The path below the folder given, <c>/</c> between segments; for a file given by itself its name.</param>
internal sealed record PageFile(string FullPath, string Name, string ShownPath, string RelativePath);
