using System.Buffers.Binary;
using System.Text;
using Stanch.Detection.Hashing;

namespace Stanch.Detection.Scanning;

/// <summary>
/// The identities of one scan: the same secret by the same detector has the same number in every blob, a second occurrence in one blob another. Under
/// a key they have names too, which another scan with that key gives again. Safe for many threads.
/// </summary>
internal sealed class IdentityTable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(string Detector, string Secret, int Occurrence), int> _numbers = [];
    private readonly Dictionary<UInt128, int> _reserved = [];
    private readonly List<UInt128> _names = [];
    private byte[]? _key;

    /// <summary>Names all identities under a key, also those that were found before.</summary>
    public void Use(ReadOnlySpan<byte> key)
    {
        lock (_gate)
        {
            if (_key is not null && key.SequenceEqual(_key))
            {
                return;
            }

            _key = key.ToArray();
            _reserved.Clear();
            foreach (var ((detector, secret, occurrence), number) in _numbers)
            {
                _names[number] = Hash(detector, secret, occurrence);
                _reserved[_names[number]] = number;
            }
        }
    }

    /// <summary>The numbers of the candidates of one blob, in their order.</summary>
    public int[] Of(List<Candidate> candidates)
    {
        var numbers = new int[candidates.Count];
        var occurrences = new Dictionary<(string, string), int>();
        lock (_gate)
        {
            for (var i = 0; i < numbers.Length; i++)
            {
                var (detector, secret) = (candidates[i].Detector.Id, candidates[i].Secret.Reveal());
                var occurrence = occurrences.GetValueOrDefault((detector, secret));
                occurrences[(detector, secret)] = occurrence + 1;
                numbers[i] = NumberOf(detector, secret, occurrence);
            }
        }

        return numbers;
    }

    public int NumberOf(UInt128 name)
    {
        lock (_gate)
        {
            return Reserve(name);
        }
    }

    public UInt128 NameOf(int number)
    {
        lock (_gate)
        {
            return _names[number];
        }
    }

    private int NumberOf(string detector, string secret, int occurrence)
    {
        if (!_numbers.TryGetValue((detector, secret, occurrence), out var number))
        {
            // Without a key names are counted, so that each is another.
            _numbers[(detector, secret, occurrence)] = number = Reserve(_key is null ? (UInt128)_names.Count : Hash(detector, secret, occurrence));
        }

        return number;
    }

    private int Reserve(UInt128 name)
    {
        if (!_reserved.TryGetValue(name, out var number))
        {
            _reserved[name] = number = _names.Count;
            _names.Add(name);
        }

        return number;
    }

    private UInt128 Hash(string detector, string secret, int occurrence)
    {
        return BinaryPrimitives.ReadUInt128LittleEndian(HmacSha256.Hash(_key!, Encoding.UTF8.GetBytes($"{detector}\0{occurrence}\0{secret}")));
    }
}
