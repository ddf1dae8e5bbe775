using ZStackGen.Tool.Pages;

namespace ZStackGen.Tool.Formatting;

/// <summary>What formatting one page gives: its text, or why there is none.</summary>
/// <param name="Page">The page.</param>
/// <param name="OutputPath">Where the text belongs.</param>
/// <param name="Text">The text in our page format; <see langword="null"/> when the page is left alone.</param>
/// <param name="Reason">Why the page is left alone.</param>
internal sealed record FormattedPage(ReadPage Page, string OutputPath, string? Text, string? Reason);
