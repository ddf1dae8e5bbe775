using System;
using System.Collections.Generic;
using ZStackGen.Specs.Parsing.Cells;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Layouts.Native;

/// <summary>
/// Reads the facts of fixed phrases in other words: <c>This call is asynchronous.</c>, <c>No login needed</c>, <c>This API was added in 4.7.0.</c> A line
/// with any other word is a description.
/// </summary>
internal static class NativePhrase
{
    private const int Longest = 80;

    /// <summary>The words that add nothing to a fact.</summary>
    private static readonly HashSet<string> s_fillers = Set(
        "this the it an a is are was has been be api apis call calls operation request requests action interface runs info note tip important mode type execution yes true any does do for to sup sub small");

    private static readonly HashSet<string> s_asynchronous = Set("async asynchronous asynchronously");
    private static readonly HashSet<string> s_synchronous = Set("sync synchronous synchronously");
    private static readonly HashSet<string> s_session = Set("session login auth authentication authorization token");
    private static readonly HashSet<string> s_need = Set("required require requires needed need needs necessary security access");
    private static readonly HashSet<string> s_not = Set("no not none without false");
    private static readonly HashSet<string> s_added = Set("since introduced added available supported new requires first released release minimum min starting");
    private static readonly HashSet<string> s_version = Set("version versions in from as of with and or later newer above higher up onwards zstack cloud stable start initial v");

    private static readonly string[] s_chineseFillers = ["该", "此", "本", "这是", "一个", "接口", "API", "调用", "操作", "为", "是", "的", "：", ":"];
    private static readonly string[] s_chineseNot = ["无需", "不需要", "无须", "免", "不用"];
    private static readonly string[] s_chineseSession = ["会话", "登录", "登陆", "认证", "鉴权", "身份认证", "身份验证", "Session"];
    private static readonly string[] s_chineseAdded = ["支持", "新增", "引入", "加入", "提供", "可用"];

    /// <summary>Returns the fact of a line, and the version if it states the version.</summary>
    public static OwnFormatMarker Marker(ReadOnlySpan<char> line, out string version)
    {
        version = "";
        // An escaped text is a description, and an empty check box denies the fact.
        if (line.Length is < 2 or > Longest || line.IndexOfAny('\\', '&') >= 0 || line.IndexOf("[ ]".AsSpan()) >= 0)
            return OwnFormatMarker.None;
        string text = CellText.Plain(line);
        foreach (char c in text)
        {
            if (Characters.IsChinese(c) && c is not ('：' or '。' or '，'))
                return Chinese(text, ref version);
        }

        return English(text, ref version);
    }

    private static OwnFormatMarker English(string text, ref string version)
    {
        int nots = 0, needs = 0, sessions = 0, asynchronous = 0, synchronous = 0, added = 0, releases = 0;
        foreach (string word in Words(text))
        {
            if (s_asynchronous.Contains(word))
                asynchronous++;
            else if (s_synchronous.Contains(word))
                synchronous++;
            else if (s_session.Contains(word))
                sessions++;
            else if (word == "unauthenticated")
                (sessions, nots) = (sessions + 1, nots + 1);
            else if (s_not.Contains(word))
                nots++;
            else if (word.IndexOf('.') > 0 && VersionText.IsVersion(word.AsSpan()))
                version = version.Length == 0 ? word : "-";
            else if (s_added.Contains(word))
                (added, needs) = (added + 1, needs + (s_need.Contains(word) ? 1 : 0));
            else if (s_version.Contains(word))
                releases++;
            else if (s_need.Contains(word))
                needs++;
            else if (!s_fillers.Contains(word))
                return OwnFormatMarker.None;
        }

        bool isPlain = added + releases + version.Length == 0;
        if (isPlain && nots < 2 && needs + sessions == 0 && asynchronous + synchronous == 1)
            return asynchronous == 1 == (nots == 0) ? OwnFormatMarker.Asynchronous : OwnFormatMarker.Synchronous;
        // "Requires" also announces a version.
        if (sessions == 1 && nots == 1 && version.Length == 0 && releases == 0 && added <= needs && asynchronous + synchronous == 0)
            return OwnFormatMarker.NoSession;
        return version.Length > 1 && added > 0 && sessions + nots + asynchronous + synchronous == 0 ? OwnFormatMarker.Since : OwnFormatMarker.None;
    }

    private static OwnFormatMarker Chinese(string text, ref string version)
    {
        text = text.Trim('。', '.', ' ', '；');
        foreach (string word in s_chineseAdded)
        {
            if (text.EndsWith(word, StringComparison.Ordinal) && VersionCell.Read(text.AsSpan(0, text.Length - word.Length)) is { } added && added.IndexOf('.') > 0 && VersionText.IsVersion(added.AsSpan()))
            {
                version = added;
                return OwnFormatMarker.Since;
            }
        }

        foreach (string filler in s_chineseFillers)
            text = text.Replace(filler, "");
        text = text.Trim();
        if (text is "异步" or "同步")
            return text == "异步" ? OwnFormatMarker.Asynchronous : OwnFormatMarker.Synchronous;
        foreach (string word in s_chineseNot)
        {
            if (text.StartsWith(word, StringComparison.Ordinal) && Array.IndexOf(s_chineseSession, text.Substring(word.Length).Trim()) >= 0)
                return OwnFormatMarker.NoSession;
        }

        return OwnFormatMarker.None;
    }

    /// <summary>Returns the words in lower case. A period between digits belongs to a version.</summary>
    private static List<string> Words(string text)
    {
        var words = new List<string>();
        for (int at = 0; at < text.Length;)
        {
            int start = at;
            while (at < text.Length && (char.IsLetterOrDigit(text[at]) || (text[at] is '.' or '_' or '-' && at > start && at + 1 < text.Length && char.IsLetterOrDigit(text[at + 1]))))
                at++;
            if (at > start)
                words.Add(text.Substring(start, at - start).ToLowerInvariant() is var word && word.Length > 1 && word[0] == 'v' && Characters.IsAsciiDigit(word[1]) ? word.Substring(1) : word);
            else
                at++;
        }

        return words;
    }

    private static HashSet<string> Set(string words) => new(words.Split(' '), StringComparer.Ordinal);
}
