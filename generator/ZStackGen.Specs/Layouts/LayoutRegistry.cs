using ZStackGen.Specs.Layouts.Copies;
using ZStackGen.Specs.Layouts.Explorer;
using ZStackGen.Specs.Layouts.Native;
using ZStackGen.Specs.Layouts.Markdown;
using ZStackGen.Specs.Parsing;

namespace ZStackGen.Specs.Layouts;

/// <summary>All layouts. The order decides between equals, and cheap and certain ones come first.</summary>
internal static class LayoutRegistry
{
    private static readonly Layout[] s_layouts =
    [
        new MarkdownManualLayout(),
        new ExplorerFlatLayout(),
        new ExplorerListLayout(),
        new NativeLayout(),
        new PlainCopyLayout(),
        new PipeCopyLayout(),
    ];

    /// <summary>The layout that fits the page best; <see langword="null"/> when none does.</summary>
    public static Layout? Find(PageReading reading)
    {
        Layout? best = null;
        int most = 0;
        foreach (Layout layout in s_layouts)
        {
            int score = layout.Score(reading);
            if (score <= most)
                continue;
            (best, most) = (layout, score);
            if (most >= Layout.Certain)
                break;
        }

        return best;
    }
}
