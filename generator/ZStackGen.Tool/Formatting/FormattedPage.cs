using ZStackGen.Tool.Pages;

namespace ZStackGen.Tool.Formatting;

/// <summary>The result of formatting a page: the new text, or the reason why there is none.</summary>
/// <param name="Page">The page.</param>
/// <param name="OutputPath">The path to write the text to.</param>
/// <param name="Text">The text in our page format; <see langword="null"/> if the page is not changed.</param>
/// <param name="Reason">The reason why the page is not changed.</param>
internal sealed record FormattedPage(ReadPage Page, string OutputPath, string? Text, string? Reason);
