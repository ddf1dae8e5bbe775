using System;
using System.IO;
using System.Text;

namespace ZStackGen.Tool;

/// <summary>
/// Saves a text file in one step: after a failure, a full disk or a crash, an existing file has its previous content. Symbolic links and
/// permissions remain. The text is written as UTF-8 without a byte order mark.
/// </summary>
internal static class SavedFile
{
    /// <summary>Creates a file, or replaces its content.</summary>
    /// <param name="path">The absolute path of the file. Its folder must exist.</param>
    /// <param name="text">The text to write.</param>
    /// <param name="replaces">Whether an existing file is replaced. Otherwise, it is an error.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The user must not write the file.</exception>
    public static void Write(string path, string text, bool replaces = true)
    {
        if (Directory.Exists(path))
            throw new IOException("a folder has this name");
        string target = replaces ? Target(path) : path;
        bool isThere = replaces && File.Exists(path);
        // A device, a pipe or an empty file has no content to lose. A device or a pipe cannot be replaced.
        if (isThere && new FileInfo(target) is not { Exists: true, Length: > 0 })
        {
            WriteText(path, FileMode.Create, text, null);
            return;
        }

        // The name is short because the name of the file may already have the maximum length.
        string staged = Path.Combine(Path.GetDirectoryName(target)!, ".zstackgen-" + Path.GetRandomFileName());
        bool isStaged = false;
        try
        {
            Stage(staged, target, text);
            isStaged = true;
            if (replaces)
                Move(staged, target, null);
            else
                File.Move(staged, target);
        }
        catch (Exception e) when (isThere && (isStaged || e is UnauthorizedAccessException))
        {
            // The folder is read-only, or the file is mounted on its own: the file can be written, but not replaced.
            WriteText(target, FileMode.Create, text, null);
        }
        finally
        {
            Delete(staged);
        }
    }

    /// <summary>Returns the file that a path names, behind all symbolic links. It may not exist.</summary>
    /// <param name="path">The absolute path.</param>
    public static string Target(string path) => new FileInfo(path) is { LinkTarget: not null } link ? link.ResolveLinkTarget(returnFinalTarget: true)!.FullName : path;

    /// <summary>Writes a text to a new file with the permissions of the file that it will replace.</summary>
    /// <param name="staged">The path of the new file, in the folder of <paramref name="target"/>.</param>
    /// <param name="target">The file that will be replaced or created.</param>
    /// <param name="text">The text to write.</param>
    /// <exception cref="UnauthorizedAccessException">The existing file is read-only, or no file can be created in the folder.</exception>
    public static void Stage(string staged, string target, string text)
    {
        if (!File.Exists(target))
        {
            WriteText(staged, FileMode.CreateNew, text, null);
            return;
        }

        // The permissions of the folder would allow the replacement of a read-only file.
        File.OpenHandle(target, FileMode.Open, FileAccess.Write, FileShare.ReadWrite).Dispose();
        UnixFileMode? mode = OperatingSystem.IsWindows() ? null : File.GetUnixFileMode(target);
        WriteText(staged, FileMode.CreateNew, text, mode);
        // The mode at creation is limited by the mask of the process.
        if (!OperatingSystem.IsWindows() && mode is { } wanted && File.GetUnixFileMode(staged) != wanted)
            File.SetUnixFileMode(staged, wanted);
    }

    /// <summary>Moves a staged file to its path, in one step.</summary>
    /// <param name="staged">The path of the staged file.</param>
    /// <param name="target">The path of the file to create or replace.</param>
    /// <param name="backup">The path for the replaced file; <see langword="null"/> if no file is replaced, or it is not needed.</param>
    public static void Move(string staged, string target, string? backup)
    {
        if (File.Exists(target))
            File.Replace(staged, target, backup, ignoreMetadataErrors: true);
        else
            File.Move(staged, target);
    }

    private static void WriteText(string path, FileMode mode, string text, UnixFileMode? permissions)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write, Share = FileShare.Read };
        if (permissions is not null && !OperatingSystem.IsWindows())
            options.UnixCreateMode = permissions;
        using var stream = new FileStream(path, options);
        stream.Write(new UTF8Encoding(encoderShouldEmitUTF8Identifier: false).GetBytes(text));
    }

    private static void Delete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The result of the write is known; a remaining temporary file does not change it.
        }
    }
}
