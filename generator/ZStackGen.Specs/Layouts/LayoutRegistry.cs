using ZStackGen.Specs.Layouts.Copies;
using ZStackGen.Specs.Layouts.Explorer;
using ZStackGen.Specs.Layouts.Native;
using ZStackGen.Specs.Layouts.Markdown;
using ZStackGen.Specs.Parsing;

namespace ZStackGen.Specs.Layouts;

/// <summary>The registered layouts. For equal scores, the first layout is used; fast and certain layouts come first.</summary>
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

    /// <summary>Returns the layout with the highest score; <see langword="null"/> if no layout fits the page.</summary>
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
