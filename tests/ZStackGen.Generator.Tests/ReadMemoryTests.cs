using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Threading;
using CsCheck;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Xunit;
using ZStackGen.Generator.Pages;
using ZStackGen.Specs.Model;

namespace ZStackGen.Generator.Tests;

/// <summary>The pages of the last run: which files are read again, and which results stay the same objects.</summary>
public sealed class ReadMemoryTests
{
    private static readonly PageFilter s_filter = new(new EquatableArray<string>(["/project/specs/**/*.md"]), new EquatableArray<string>(["/project/specs/"]));

    [Theory]
    [InlineData("edited", 1)]
    [InlineData("added at the start", 1)]
    [InlineData("added at the end", 1)]
    [InlineData("removed", 0)]
    [InlineData("reversed", 0)]
    [InlineData("one removed and one added", 1)]
    [InlineData("all edited", 40)]
    [InlineData("nothing", 0)]
    public void Only_new_files_are_read(string change, int expected)
    {
        List<CountedFile> files = [.. Enumerable.Range(0, 40).Select(static number => new CountedFile(number, 0))];
        var memory = new ReadMemory();
        ImmutableArray<PageResult?> first = Read(memory, files, s_filter);
        foreach (CountedFile file in files)
            file.Reads = 0;
        List<CountedFile> next = change switch
        {
            "edited" => [.. files.Take(7), new CountedFile(7, 1), .. files.Skip(8)],
            "added at the start" => [new CountedFile(99, 0), .. files],
            "added at the end" => [.. files, new CountedFile(99, 0)],
            "removed" => [.. files.Take(3), .. files.Skip(4)],
            "reversed" => [.. Enumerable.Reverse(files)],
            "one removed and one added" => [.. files.Skip(1), new CountedFile(99, 0)],
            "all edited" => [.. files.Select(static file => new CountedFile(file.Number, 1))],
            _ => [.. files],
        };

        ImmutableArray<PageResult?> second = Read(memory, next, s_filter);

        Assert.Equal(expected, next.Concat(files).Distinct().Sum(static file => file.Reads));
        Assert.Equal<PageResult?>(Read(new ReadMemory(), next, s_filter), second);
        Assert.Equal(change == "nothing", second == first);
    }

    [Fact]
    public void Files_that_are_no_pages_and_equal_pages_keep_the_array()
    {
        List<CountedFile> files = [.. Enumerable.Range(0, 3).Select(static number => new CountedFile(number, 0)), new CountedFile("/project/notes.md", "Notes."), new CountedFile("/project/specs/README.md", "Read.")];
        var memory = new ReadMemory();
        ImmutableArray<PageResult?> first = Read(memory, files, s_filter);

        ImmutableArray<PageResult?> second = Read(memory, [new CountedFile(0, 0), .. files.Skip(1).Take(2), new CountedFile("/project/notes.md", "Other notes."), new CountedFile("/project/specs/README.md", "Other.")], s_filter);

        Assert.True(first == second);
    }

    [Fact]
    public void Another_filter_selects_again()
    {
        List<CountedFile> files = [new CountedFile(0, 0), new CountedFile("/project/docs/Open.md", "# Open\n")];
        var memory = new ReadMemory();
        Assert.Equal([true, false], Read(memory, files, s_filter).Select(static page => page is not null));
        var other = new PageFilter(new EquatableArray<string>(["/project/docs/*.md"]), new EquatableArray<string>(["/project/docs/"]));
        Assert.Equal([false, true], Read(memory, files, other).Select(static page => page is not null));
    }

    [Fact]
    public void Any_sequence_of_changes_gives_the_pages_of_a_fresh_run() =>
        Gen.Int[0, 4].Select(Gen.Int[0, 11], Gen.Int[0, 2]).List[1, 12].Sample(static changes =>
        {
            List<CountedFile> files = [.. Enumerable.Range(0, 12).Select(static number => new CountedFile(number, 0))];
            var memory = new ReadMemory();
            Read(memory, files, s_filter);
            foreach ((int kind, int place, int version) in changes)
            {
                int at = Math.Min(place, files.Count - 1);
                switch (kind)
                {
                    case 0:
                        files[at] = new CountedFile(files[at].Number, version);
                        break;
                    case 1 when files.Count > 1:
                        files.RemoveAt(at);
                        break;
                    case 2:
                        files.Insert(at, new CountedFile(100 + place, version));
                        break;
                    case 3:
                        files.Reverse();
                        break;
                    default:
                        files = [.. files.Skip(at), .. files.Take(at)];
                        break;
                }

                if (!Read(memory, files, s_filter).SequenceEqual(Read(new ReadMemory(), files, s_filter)))
                    return false;
            }

            return true;
        });

    private static ImmutableArray<PageResult?> Read(ReadMemory memory, IEnumerable<CountedFile> files, PageFilter filter) =>
        memory.Read([.. files], filter, TestContext.Current.CancellationToken);

    private sealed class CountedFile(string path, string text) : AdditionalText
    {
        public CountedFile(int number, int version)
            : this(
                string.Create(CultureInfo.InvariantCulture, $"/project/specs/door/Open{number}.md"),
                string.Create(CultureInfo.InvariantCulture, $"# Open{number}\n\nOpens door {version}.\n\n`PUT /v1/doors/{{uuid}}/actions`\n")) => Number = number;

        public int Number { get; }

        public int Reads { get; set; }

        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default)
        {
            Reads++;
            return SourceText.From(text, Encoding.UTF8);
        }
    }
}
