namespace ZStackGen.Tool.Importing.Sources;

/// <summary>What an import may read.</summary>
/// <param name="MostBytes">The size of one page in bytes.</param>
/// <param name="MostPages">The number of pages that are downloaded.</param>
internal sealed record ImportLimits(long MostBytes, int MostPages)
{
    /// <summary>The size of all downloaded pages in bytes.</summary>
    public const long MostDownloaded = 1L << 30;

    /// <summary>Gets the size of one page in words.</summary>
    public string Size => SizeText(MostBytes);

    /// <summary>Writes a size in megabytes.</summary>
    /// <param name="bytes">The size in bytes.</param>
    /// <returns>Text such as <c>50.0 MB</c>.</returns>
    public static string SizeText(long bytes) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{bytes / (1024.0 * 1024.0):0.##} MB");
}
