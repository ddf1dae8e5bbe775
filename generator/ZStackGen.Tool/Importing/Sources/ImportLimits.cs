namespace ZStackGen.Tool.Importing.Sources;

/// <summary>The limits of an import.</summary>
/// <param name="MostBytes">The maximum size of a page in bytes.</param>
/// <param name="MostPages">The maximum number of pages to download.</param>
internal sealed record ImportLimits(long MostBytes, int MostPages)
{
    /// <summary>The maximum size of all downloaded pages in bytes.</summary>
    public const long MostDownloaded = 1L << 30;

    /// <summary>Gets the maximum size of a page as text.</summary>
    public string Size => SizeText(MostBytes);

    /// <summary>Formats a size in megabytes.</summary>
    /// <param name="bytes">The size in bytes.</param>
    /// <returns>Text such as <c>50.0 MB</c>.</returns>
    public static string SizeText(long bytes) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{bytes / (1024.0 * 1024.0):0.##} MB");
}
