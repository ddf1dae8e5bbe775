using System;
using System.Collections.Generic;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Blocks;

/// <summary>Reads a JSON sample in one pass without recursion, so that depth costs nothing but a stack on the heap.</summary>
internal static class JsonSampleReader
{
    /// <summary>Reads the value that begins in <paramref name="range"/>; stops behind it.</summary>
    public static JsonSample Read(PageText page, TextRange range)
    {
        var sample = new JsonSample { End = range.End };
        string text = page.Text;
        // For each open bracket: the member that holds it (or -1), and whether it is an object.
        var open = new Stack<(int Key, bool IsObject)>();
        int lastKey = -1;
        bool expectKey = false;
        int i = range.Start;
        while (i < range.End)
        {
            char c = text[i];
            if (c is '{' or '[')
            {
                open.Push((lastKey, c == '{'));
                expectKey = c == '{';
                i++;
            }
            else if (c is '}' or ']')
            {
                i++;
                if (open.Count == 0 || open.Pop().IsObject != (c == '}'))
                    break;
                if (open.Count == 0)
                {
                    sample.End = i;
                    sample.Json = text.Substring(range.Start, i - range.Start);
                    return sample;
                }

                lastKey = open.Peek().Key;
                expectKey = false;
            }
            else if (c == '"')
            {
                int start = i + 1;
                i = start;
                while (i < range.End && text[i] != '"' && text[i] is not ('\n' or '\r'))
                    i += text[i] == '\\' ? 2 : 1;
                if (i >= range.End || text[i] != '"')
                    break;
                if (expectKey)
                {
                    sample.Keys.Add(new JsonKey(text.Substring(start, i - start), open.Count == 0 ? -1 : open.Peek().Key, new TextRange(start, i)));
                    lastKey = sample.Keys.Count - 1;
                    expectKey = false;
                }

                i++;
            }
            else if (c == ',')
            {
                if (open.Count > 0)
                {
                    expectKey = open.Peek().IsObject;
                    lastKey = open.Peek().Key;
                }

                i++;
            }
            else if (Characters.IsBlank(c) || c is ':' or '-' or '+' or '.' || Characters.IsNamePart(c))
            {
                i++;
            }
            else
            {
                break;
            }
        }

        sample.Flaws.Add(new JsonFlaw(new TextRange(Math.Min(i, range.End), Math.Min(i + 1, range.End)), "the text is not JSON from here on"));
        return sample;
    }
}
