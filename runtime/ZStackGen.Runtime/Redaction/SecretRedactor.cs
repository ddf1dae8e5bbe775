using System;
using System.Collections.Generic;
using System.Text;
using System.Threading;

namespace ZStack;

// Redacts secrets that were sent, in case the server or a proxy returns them in an error: in any letter case, escape, percent-encoding or Base64.
internal sealed class SecretRedactor
{
    // Sessions and the secrets of single calls accumulate, so only the most recent are kept.
    private const int MaxPassing = 64;

    // Long texts are redacted in parts. The parts overlap by more than the length of a secret in any encoding.
    private const int Part = 256 * 1024;
    private const int Overlap = 32 * 1024;

    private readonly object _gate = new();
    private readonly Queue<string> _passing = new();
    private readonly List<string> _lasting = [];
    private Needle[] _needles = [];

    // Whether the client signs its requests, so that signatures are redacted too.
    public bool RedactsSignatures { get; set; }

    // Adds a secret for the lifetime of the client if `lasting`, otherwise until MaxPassing later secrets have been added.
    public void Add(string? secret, bool lasting)
    {
        if (string.IsNullOrWhiteSpace(secret))
            return;
        lock (_gate)
        {
            if (_lasting.Contains(secret!) || _passing.Contains(secret!))
                return;
            if (lasting)
                _lasting.Add(secret!);
            else
                _passing.Enqueue(secret!);
            if (_passing.Count > MaxPassing)
                _passing.Dequeue();
            var needles = new List<Needle>();
            foreach (string known in _lasting)
                Needle.Add(needles, known);
            foreach (string known in _passing)
                Needle.Add(needles, known);
            Volatile.Write(ref _needles, [.. needles]);
        }
    }

    // Replaces each byte of a secret by an asterisk, so that JSON remains valid.
    public void Apply(Span<byte> text, IReadOnlyList<string>? more = null)
    {
        Needle[] needles = Volatile.Read(ref _needles);
        if (more is { Count: > 0 })
        {
            var all = new List<Needle>(needles);
            foreach (string secret in more)
                Needle.Add(all, secret);
            needles = [.. all];
        }

        if (needles.Length > 0)
        {
            for (int start = 0; start == 0 || start + Overlap < text.Length; start += Part - Overlap)
                ApplyPart(text.Slice(start, Math.Min(Part, text.Length - start)), needles);
        }

        if (RedactsSignatures)
            SignatureRedactor.Apply(text);
    }

    public string? Apply(string? text, IReadOnlyList<string>? more = null)
    {
        if (string.IsNullOrEmpty(text))
            return text;
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        Apply(bytes, more);
        return Encoding.UTF8.GetString(bytes);
    }

    private static void ApplyPart(Span<byte> text, Needle[] needles)
    {
        CanonicalText canonical = CanonicalText.Of(text);
        ReadOnlySpan<char> characters = canonical.Characters;
        foreach (Needle needle in needles)
        {
            for (int at = 0; at < characters.Length;)
            {
                int found = characters.Slice(at).IndexOf(needle.Text.AsSpan());
                if (found < 0)
                    break;
                int first = at + found;
                int last = first + needle.Text.Length - 1;
                if (needle.IsWord && !IsWord(characters, first, last))
                {
                    at = last + 1;
                    continue;
                }

                // The search continues after the whole Base64 text, so that a text full of the secret is read once.
                if (needle.IsBase64)
                    Widen(characters, ref first, ref last);
                at = last + 1;
                int start = canonical.StartOf(first);
                text.Slice(start, canonical.EndOf(last) - start).Fill((byte)'*');
            }
        }
    }

    private static bool IsWord(ReadOnlySpan<char> text, int first, int last)
        => (first == 0 || !char.IsLetterOrDigit(text[first - 1])) && (last + 1 == text.Length || !char.IsLetterOrDigit(text[last + 1]));

    // Extends the match to the whole Base64 text: its ends hold bits of the secret, and the rest may hold the user's name.
    private static void Widen(ReadOnlySpan<char> text, ref int first, ref int last)
    {
        while (first > 0 && IsBase64(text[first - 1]))
            first--;
        while (last + 1 < text.Length && (IsBase64(text[last + 1]) || text[last + 1] == '='))
            last++;
    }

    private static bool IsBase64(char c) => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '/' or '-' or '_';

    // A form of a secret to search for in canonical text.
    private readonly struct Needle(string text, bool isBase64, bool isWord)
    {
        // A shorter secret could be part of any word, so it is redacted only as a whole word.
        private const int Least = 4;

        public string Text { get; } = text;

        public bool IsBase64 { get; } = isBase64;

        public bool IsWord { get; } = isWord;

        public static void Add(List<Needle> needles, string secret)
        {
            string canonical = CanonicalText.Of(secret);
            if (canonical.Length == 0)
                return;
            needles.Add(new Needle(canonical, false, canonical.Length < Least));
            byte[] bytes = Encoding.UTF8.GetBytes(secret);
            if (bytes.Length < Least)
                return;
            // Base64 depends on the preceding bytes: for each of the three shifts, search for the characters that depend on the secret alone.
            for (int shift = 0; shift < 3; shift++)
            {
                byte[] shifted = new byte[shift + bytes.Length];
                bytes.CopyTo(shifted, shift);
                int begin = ((shift * 8) + 5) / 6;
                int end = shifted.Length * 8 / 6;
                string base64 = Convert.ToBase64String(shifted).Substring(begin, end - begin);
                needles.Add(new Needle(CanonicalText.Of(base64), true, false));
                string url = base64.Replace('+', '-').Replace('/', '_');
                if (url != base64)
                    needles.Add(new Needle(CanonicalText.Of(url), true, false));
            }
        }
    }
}
