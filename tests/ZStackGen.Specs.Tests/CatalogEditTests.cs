using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Xunit;
using ZStackGen.Specs.Catalog;
using ZStackGen.Specs.Catalog.Collecting;
using ZStackGen.Testing;

namespace ZStackGen.Specs.Tests;

/// <summary>The catalog after an edit equals a new catalog, and an edit of an API's content costs no new run of all stages.</summary>
public sealed class CatalogEditTests
{
    private const string Action = """
        # OpenDoor

        Opens a door.

        `PUT /v1/doors/{uuid}/actions`

        Since 1.0.

        ## Parameters

        | Name | Type | Location | Description | Values | Since |
        |---|---|---|---|---|---|
        | uuid | String | path | Which door. | | 1.0 |
        | speed (optional) | String | body: openDoor | How fast. | Slow, Fast | 1.2.0 |
        | lock | LockInventory | body: openDoor | The lock. | | 1.2.0 |

        ## Response

        | Name | Type | Description | Since |
        |---|---|---|---|
        | inventory | DoorInventory | The door. | 1.0 |

        """;

    private const string Query = """
        # QueryDoor

        Finds doors.

        `GET /v1/doors`

        ## Response

        | Name | Type | Description | Since |
        |---|---|---|---|
        | inventories | List<DoorInventory> | The doors. | 1.0 |

        """;

    private const string Door = "# DoorInventory\n\nA door.\n\n| Name | Type | Description | Since |\n|---|---|---|---|\n| uuid | String | Its UUID. | 1.0 |\n| lock | LockInventory | Its lock. | 1.0 |\n";
    private const string Lock = "# LockInventory\n\nA lock.\n\n| Name | Type | Description | Since |\n|---|---|---|---|\n| kind | String | Its kind. | 1.0 |\n";

    /// <summary>A published page contains the tables of its structures.</summary>
    private const string WithTable = """
        # PaintDoor

        Paints a door.

        `POST /v1/doors/paint`

        ## Parameters

        | Name | Type | Location | Description | Values | Since |
        |---|---|---|---|---|---|
        | color | String | body: params | The color. | | 1.0 |

        ## Response

        | Name | Type | Description | Since |
        |---|---|---|---|
        | inventory | [PaintInventory](#paintinventory) | The paint. | 1.0 |

        ### PaintInventory

        | Name | Type | Description | Since |
        |---|---|---|---|
        | color | String | Its color. | 1.0 |

        """;

    [Theory]
    [InlineData("OpenDoor", "Opens a door.", "Opens it.")]
    [InlineData("OpenDoor", "How fast.", "The speed.")]
    [InlineData("OpenDoor", "The door.", "The open door.")]
    [InlineData("OpenDoor", "| uuid | String | path", "| force (optional) | Boolean | body: openDoor | At once. | | 2.0 |\n| uuid | String | path")]
    [InlineData("OpenDoor", "| speed (optional) |", "| speed |")]
    [InlineData("OpenDoor", "| lock | LockInventory | body: openDoor |", "| locks | List<LockInventory> | body: openDoor |")]
    [InlineData("OpenDoor", "How fast. | Slow, Fast | 1.2.0", "How fast. | Slow, Fast | 3.0")]
    [InlineData("QueryDoor", "Finds doors.", "Searches for doors.")]
    [InlineData("PaintDoor", "Paints a door.", "Paints it.")]
    [InlineData("PaintDoor", "The color.", "A color.")]
    public void An_edit_of_the_content_of_an_API_keeps_everything_else(string page, string old, string edited)
    {
        (CatalogModel before, CatalogModel after, CatalogModel fresh) = Edit(page, old, edited);
        Assert.Equal(fresh, after);
        Assert.NotEqual(before, after);
        Assert.True(after.Structures.IsSameAs(before.Structures), "All stages ran again.");
        Assert.True(after.Enumerations.IsSameAs(before.Enumerations), "All stages ran again.");
    }

    [Theory]
    [InlineData("OpenDoor", "# OpenDoor", "# ShutDoor")]
    [InlineData("OpenDoor", "Since 1.0.", "Since 2.0.")]
    [InlineData("OpenDoor", "Slow, Fast", "Slow, Fast, Faster")]
    [InlineData("OpenDoor", "| lock | LockInventory |", "| lock | String |")]
    [InlineData("OpenDoor", "| lock | LockInventory |", "| lock | VipInventory |")]
    [InlineData("OpenDoor", "uuid | String", "uuid | Sting")]
    [InlineData("QueryDoor", "`GET /v1/doors`", "`GET /v1/gates`")]
    [InlineData("QueryDoor", "List<DoorInventory>", "List<LockInventory>")]
    [InlineData("DoorInventory", "Its UUID.", "The UUID.")]
    [InlineData("PaintDoor", "Its color.", "The color.")]
    [InlineData("PaintDoor", "[PaintInventory](#paintinventory)", "String")]
    public void An_edit_that_other_classes_can_depend_on_has_the_result_of_a_new_catalog(string page, string old, string edited)
    {
        (CatalogModel before, CatalogModel after, CatalogModel fresh) = Edit(page, old, edited);
        Assert.Equal(fresh, after);
        Assert.NotEqual(before, after);
    }

    /// <summary>Gets the seeds of the random edits.</summary>
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, Exhaustive.IsRequested ? 100 : 3)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Any_sequence_of_edits_of_real_pages_has_the_result_of_a_new_catalog(int seed)
    {
        var random = new Random(seed);
        List<(string Path, string Text)> files = Files(random);
        CatalogPage[] pages = [.. files.Select(static file => Read(file.Path, file.Text))];
        var options = new[] { CatalogOptions.Default, CatalogOptions.Default with { OmitNewerThan = "4.0" }, CatalogOptions.Default with { Exclude = new(["Delete*"]) } };
        var memory = new CatalogMemory();
        CatalogModel last = TypeCatalog.Build(pages, options[0], memory, TestContext.Current.CancellationToken);
        int updated = 0;
        for (int step = 0; step < 120; step++)
        {
            string edits = "";
            for (int count = random.Next(1, 4); count > 0; count--)
            {
                int place = random.Next(files.Count);
                (string path, string text) = files[place];
                // A third of the edits restores the page, so that it does not decay.
                string edited = random.Next(3) == 0 ? text : Mutate(text, random);
                pages[place] = Read(path, edited);
                edits += $"\n{path}:\n{edited}";
            }

            CatalogOptions chosen = options[random.Next(8) == 0 ? random.Next(options.Length) : 0];
            CatalogModel after = TypeCatalog.Build(pages, chosen, memory, TestContext.Current.CancellationToken);
            Assert.True(TypeCatalog.Build(pages, chosen, TestContext.Current.CancellationToken).Equals(after), $"Step {step} differs after the edits{edits}");
            updated += after.Structures.IsSameAs(last.Structures) ? 1 : 0;
            last = after;
        }

        // Without updates, the comparison would prove nothing about them.
        Assert.InRange(updated, 5, 120);
    }

    [Fact]
    public void Projects_that_share_a_cache_at_the_same_time_get_their_own_catalogs()
    {
        List<(string Path, string Text)> files = Files(new Random(4));
        CatalogPage[] shared = [.. files.Select(static file => Read(file.Path, file.Text))];
        var memory = new CatalogMemory();
        Parallel.For(0, 8, seed =>
        {
            var random = new Random(seed);
            CatalogPage[] pages = [.. shared];
            for (int step = 0; step < 20; step++)
            {
                int place = random.Next(files.Count);
                pages[place] = Read(files[place].Path, Mutate(files[place].Text, random));
                Assert.True(
                    TypeCatalog.Build(pages, CatalogOptions.Default, TestContext.Current.CancellationToken).Equals(TypeCatalog.Build(pages, CatalogOptions.Default, memory, TestContext.Current.CancellationToken)),
                    $"Project {seed} differs in step {step}.");
            }
        });
    }

    private static (CatalogModel Before, CatalogModel After, CatalogModel Fresh) Edit(string page, string old, string edited)
    {
        (string Path, string Text)[] files = [("door/OpenDoor.md", Action), ("door/PaintDoor.md", WithTable), ("door/QueryDoor.md", Query), ("types/DoorInventory.md", Door), ("types/LockInventory.md", Lock)];
        CatalogPage[] pages = [.. files.Select(static file => Read(file.Path, file.Text))];
        var memory = new CatalogMemory();
        CatalogModel before = TypeCatalog.Build(pages, CatalogOptions.Default, memory, TestContext.Current.CancellationToken);
        int place = Array.FindIndex(files, file => file.Path.EndsWith("/" + page + ".md", StringComparison.Ordinal));
        Assert.Contains(old, files[place].Text, StringComparison.Ordinal);
        pages[place] = Read(files[place].Path, files[place].Text.Replace(old, edited, StringComparison.Ordinal));
        CatalogModel after = TypeCatalog.Build(pages, CatalogOptions.Default, memory, TestContext.Current.CancellationToken);
        return (before, after, TypeCatalog.Build(pages, CatalogOptions.Default, TestContext.Current.CancellationToken));
    }

    /// <summary>Returns some pages of the repository and, if they are present, published pages, which contain the tables of their structures.</summary>
    private static List<(string Path, string Text)> Files(Random random)
    {
        string specs = Path.Combine(SourceTree.Root, "specs");
        string[] own = [.. Directory.GetFiles(specs, "*.md", SearchOption.AllDirectories).Where(static file => Path.GetFileName(file) is not ("README.md" or "glossary.md")).Order(StringComparer.Ordinal)];
        List<string> chosen = [.. random.GetItems(own, 90).Distinct()];
        if (SourceTree.Shared is { } shared)
        {
            string[] published = [.. new[] { "official-zh", "english" }.SelectMany(layout => Directory.GetFiles(Path.Combine(shared, "corpus", layout))).Order(StringComparer.Ordinal)];
            chosen.AddRange(random.GetItems(published, 40).Distinct());
        }

        return [.. chosen.Select(static file => (file, File.ReadAllText(file)))];
    }

    private static string Mutate(string text, Random random)
    {
        List<string> lines = [.. text.Split('\n')];
        int[] rows = [.. Enumerable.Range(0, lines.Count).Where(line => lines[line].StartsWith('|') && !lines[line].StartsWith("|-", StringComparison.Ordinal))];
        if (rows.Length == 0)
            return text + "\n\nMore.\n";
        int row = rows[random.Next(rows.Length)];
        string[] types = ["String", "Long", "Boolean", "List<String>", "VmInstanceInventory", "Unheard"];
        switch (random.Next(9))
        {
            case 0 or 1 or 2:
                string[] cells = lines[row].Split('|');
                cells[random.Next(1, Math.Max(2, cells.Length - 1))] += "more ";
                lines[row] = string.Join('|', cells);
                break;
            case 3:
                lines.RemoveAt(row);
                break;
            case 4:
                lines.Insert(row, lines[row]);
                break;
            case 5:
                lines[row] = Regex.Replace(lines[row], "\\b(String|Integer|Long|Boolean|List|Map)\\b", _ => types[random.Next(types.Length)]);
                break;
            case 6:
                (lines[row], lines[rows[random.Next(rows.Length)]]) = (lines[rows[random.Next(rows.Length)]], lines[row]);
                break;
            case 7:
                lines[row] = Regex.Replace(lines[row], @"\b\d+(\.\d+)+\b", "5.1.0");
                break;
            default:
                lines.Insert(random.Next(lines.Count), "A remark.");
                break;
        }

        return string.Join('\n', lines);
    }

    private static CatalogPage Read(string path, string text) => CatalogPage.From(SpecReader.Read(path, text, TestContext.Current.CancellationToken).Page);
}
