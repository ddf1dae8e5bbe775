namespace ZStackGen.Specs.Looks;

/// <summary>All looks. The order decides between equals, and cheap and certain ones come first.</summary>
internal static class LookRegistry
{
    private static readonly Look[] s_looks =
    [
        new OfficialMarkdownLook(),
        new ExplorerFlatLook(),
        new ExplorerListLook(),
        new OwnFormatLook(),
        new PlainCopyLook(),
        new PipeCopyLook(),
    ];

    /// <summary>The look that fits the page best; <see langword="null"/> when none does.</summary>
    public static Look? Find(PageReading reading)
    {
        Look? best = null;
        int most = 0;
        foreach (Look look in s_looks)
        {
            int evidence = look.Evidence(reading);
            if (evidence <= most)
                continue;
            (best, most) = (look, evidence);
            if (most >= Look.Certain)
                break;
        }

        return best;
    }
}
