using System;
using ZStackGen.Specs.Parsing.Cells;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Parsing.Headings;

/// <summary>A title line: <c>vmInstance - 启动云主机(StartVmInstance)</c>, <c>Add KVM Host (AddKVMHost)</c>, <c>CreateEip</c>.</summary>
/// <param name="Name">The API's name, if the title contains it.</param>
/// <param name="NameAt">The offset of the name in the line.</param>
/// <param name="Category">The category before the dash.</param>
/// <param name="Words">The words that are not a name.</param>
internal readonly record struct PageTitle(string? Name, int NameAt, string? Category, string? Words)
{
    /// <summary>Reads a title line without its heading marks.</summary>
    public static PageTitle Read(ReadOnlySpan<char> line)
    {
        string? category = null;
        int offset = 0;
        int dash = line.IndexOf(" - ".AsSpan());
        if (dash > 0 && dash < 60)
        {
            category = CellText.Plain(line.Slice(0, dash));
            offset = dash + 3;
        }

        ReadOnlySpan<char> rest = line.Slice(offset);
        int end = rest.Length;
        while (end > 0 && Characters.IsBlank(rest[end - 1]))
            end--;
        if (end > 2 && rest[end - 1] is ')' or '）')
        {
            int open = rest.Slice(0, end).LastIndexOfAny('(', '（');
            if (open >= 0)
            {
                int start = open + 1, stop = end - 1;
                while (start < stop && Characters.IsBlank(rest[start]))
                    start++;
                while (stop > start && Characters.IsBlank(rest[stop - 1]))
                    stop--;
                ReadOnlySpan<char> name = rest.Slice(start, stop - start);
                ReadOnlySpan<char> before = CellText.Trim(rest.Slice(0, open));
                // A remark such as (Beta) after the name.
                if (Characters.IsPascalName(name) && Characters.IsPascalName(before) && IsOneWord(name) && !IsOneWord(before))
                    return new PageTitle(before.ToString(), offset + rest.IndexOf(before, StringComparison.Ordinal), category, name.ToString());
                if (Characters.IsPascalName(name))
                    return new PageTitle(name.ToString(), offset + start, category, CellText.Description(BeforeName(rest.Slice(0, open), name)));
            }
        }

        int begin = 0;
        while (begin < end && Characters.IsBlank(rest[begin]))
            begin++;
        ReadOnlySpan<char> whole = rest.Slice(begin, end - begin);
        // The name before other words: "StartVmInstance - Details", "StartVmInstance - 启动云主机".
        if (category is not null && Characters.IsPascalName(category.AsSpan()) && IsNameBefore(category, whole))
            return new PageTitle(category, line.IndexOf(category.AsSpan()), null, CellText.Description(whole));
        return Characters.IsPascalName(whole)
            ? new PageTitle(whole.ToString(), offset + begin, category, null)
            : new PageTitle(null, offset + begin, category, CellText.Description(whole));
    }

    /// <summary>Determines whether the text before the dash is the name. A name without a known verb has several words: <c>LogInByAccount - Details</c>.</summary>
    private static bool IsNameBefore(string category, ReadOnlySpan<char> whole)
    {
        bool isName = Characters.IsPascalName(whole);
        if (isName && ApiVerbs.StartsWithVerb(whole.ToString()))
            return false;
        return ApiVerbs.StartsWithVerb(category) || (isName && IsOneWord(whole) && !IsOneWord(category.AsSpan()));
    }

    private static bool IsOneWord(ReadOnlySpan<char> name)
    {
        foreach (char c in name.Slice(1))
        {
            if (Characters.IsUpper(c))
                return false;
        }

        return true;
    }

    /// <summary>Returns the words before the name. A conversion can have written the name twice.</summary>
    private static ReadOnlySpan<char> BeforeName(ReadOnlySpan<char> words, ReadOnlySpan<char> name)
    {
        int at = words.IndexOf(name, StringComparison.Ordinal);
        return at > 0 && words[at - 1] is '(' or '（' ? words.Slice(0, at - 1) : words;
    }
}
